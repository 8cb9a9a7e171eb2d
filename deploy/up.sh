#!/usr/bin/env bash
# Builds what has changed and starts the whole platform on this machine: database, object store, broker, sign-in server,
# web app and media worker. Ctrl-C stops everything.
set -euo pipefail

here=$(cd "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname -- "$here")
# shellcheck source=deploy/lib/machine.sh
. "$here/lib/machine.sh"

usage() {
  cat <<'TEXT'
Usage: deploy/up.sh [options]

  --host NAME           name or address of this machine for others, so that a phone on the same network can
                        sign in and watch; without it only this machine is served
  --port N              port of the web app (8080)
  --s3-port N           port of the embedded S3 storage (9000)
  --keycloak-port N     port of Keycloak (8180)
  --mongo-port N        port of the embedded MongoDB (27017)
  --broker-port N       port of the embedded Artemis (61616)
  --data DIR            folder for all state (deploy/.data)
  --workers N           media workers to start (1)
  --sample-city         fill the database with a city to look at, once: the divisions of Baise with 2,188 halls, 183 bases,
                        136 teams, 3,000 lecturers, 60 courses, 10,000 sessions and 1.5 million attendances, all made up
  --no-build            start what was built last
  --help                this text

A part is not started when one outside is given by environment variables:
  SPRING_MONGODB_URI
  LECTUREHALLS_STORAGE_ENDPOINT, LECTUREHALLS_STORAGE_ACCESSKEY, LECTUREHALLS_STORAGE_SECRETKEY
      (and LECTUREHALLS_STORAGE_PUBLICENDPOINT, _REGION, _BUCKET)
  SPRING_ARTEMIS_BROKERURL, SPRING_ARTEMIS_USER, SPRING_ARTEMIS_PASSWORD
  LECTUREHALLS_IDENTITY_ISSUERURI (and LECTUREHALLS_IDENTITY_JWKSETURI, _CLIENTID)
Also: LECTUREHALLS_WORKER_FFMPEG (folder with ffmpeg and ffprobe), LECTUREHALLS_WORKER_SOFFICE (path of soffice).
TEXT
}

build=yes
options=()
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) usage; exit 0 ;;
    --no-build) build=no; shift ;;
    --sample-city) options+=("$1"); shift ;;
    --*=*) options+=("${1%%=*}" "${1#*=}"); shift ;;
    --*)
      [ $# -gt 1 ] || fail "the option $1 needs a value"
      options+=("$1" "$2"); shift 2 ;;
    *) fail "what is '$1'? Try deploy/up.sh --help" ;;
  esac
done

use_utf8
use_newest_jdk
if [ "$build" = yes ]; then
  "$here/lib/build.sh"
fi
[ -f "$root/deploy/standalone/target/lecture-halls-standalone.jar" ] \
  || fail "nothing has been built yet; start without --no-build"
install_ffmpeg_libraries
install_libreoffice

say "Starting with Java $java_version"
exec "$JAVA_HOME/bin/java" -Xmx512m -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 "${java_quiet[@]+"${java_quiet[@]}"}" \
  -jar "$root/deploy/standalone/target/lecture-halls-standalone.jar" --home "$root" ${options[@]+"${options[@]}"}
