#!/usr/bin/env bash
# Starts one more media worker for a running platform. On the platform's own machine nothing need be said; on another one
# either copy the file connection.env from the platform's data folder and name it, or give the addresses.
set -euo pipefail

here=$(cd "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname -- "$here")
# shellcheck source=deploy/lib/machine.sh
. "$here/lib/machine.sh"

usage() {
  cat <<'TEXT'
Usage: deploy/worker.sh [options]

  --connection FILE     connection.env of the platform (deploy/.data/connection.env)
  --data DIR            the platform's data folder, when it is on this machine (deploy/.data)
  --s3 URL              S3 storage, for example http://10.0.0.5:9000
  --s3-access-key KEY, --s3-secret-key KEY
  --broker URL          broker, for example tcp://10.0.0.5:61616
  --broker-user NAME, --broker-password PASSWORD
  --id NAME             name of this worker in logs (host name and process number)
  --work-dir DIR        folder for files being worked on (a folder under TMPDIR)
  --no-build            start what was built last

What is given here goes before the environment (LECTUREHALLS_STORAGE_ENDPOINT, SPRING_ARTEMIS_BROKERURL, ...),
and the environment before the connection file. The platform must have been started with --host NAME
for workers on other machines.
TEXT
}

data=$here/.data
connection=
build=yes
id=
work=
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) usage; exit 0 ;;
    --no-build) build=no; shift; continue ;;
  esac
  [ $# -gt 1 ] || fail "the option $1 needs a value"
  case $1 in
    --connection) connection=$2 ;;
    --data) data=$2 ;;
    --s3) export LECTUREHALLS_STORAGE_ENDPOINT=$2 ;;
    --s3-access-key) export LECTUREHALLS_STORAGE_ACCESSKEY=$2 ;;
    --s3-secret-key) export LECTUREHALLS_STORAGE_SECRETKEY=$2 ;;
    --broker) export SPRING_ARTEMIS_BROKERURL=$2 ;;
    --broker-user) export SPRING_ARTEMIS_USER=$2 ;;
    --broker-password) export SPRING_ARTEMIS_PASSWORD=$2 ;;
    --id) id=$2 ;;
    --work-dir) work=$2 ;;
    *) fail "unknown option $1. Try deploy/worker.sh --help" ;;
  esac
  shift 2
done

# The file is read line by line, never run; what the environment already says stays.
read_connection() {
  local line name value
  while IFS= read -r line || [ -n "$line" ]; do
    name=${line%%=*}
    value=${line#*=}
    case $name in
      LECTUREHALLS_STORAGE_* | SPRING_ARTEMIS_*)
        [[ $name =~ ^[A-Z0-9_]+$ ]] || fail "$1 is not a connection file"
        [ -n "${!name:-}" ] || export "$name=$value"
        ;;
    esac
  done <"$1"
}

if [ -z "$connection" ]; then
  connection=$data/connection.env
elif [ ! -r "$connection" ]; then
  fail "$connection cannot be read"
fi
if [ -r "$connection" ]; then
  read_connection "$connection"
fi
for name in LECTUREHALLS_STORAGE_ENDPOINT LECTUREHALLS_STORAGE_ACCESSKEY LECTUREHALLS_STORAGE_SECRETKEY SPRING_ARTEMIS_BROKERURL; do
  [ -n "${!name:-}" ] || fail "$name is not known: is the platform running, or give --connection FILE (see --help)"
done

use_utf8
use_newest_jdk
if [ "$build" = yes ]; then
  "$here/lib/build.sh"
fi
jar=$root/media-worker/target/lecture-halls-media-worker.jar
[ -f "$jar" ] || fail "nothing has been built yet; start without --no-build"
install_ffmpeg_libraries
install_libreoffice

export LECTUREHALLS_WORKER_ID=${id:-$(hostname)-$$}
export LECTUREHALLS_WORKER_WORKDIR=${work:-${TMPDIR:-/tmp}/lecture-halls-$LECTUREHALLS_WORKER_ID}
exec "$JAVA_HOME/bin/java" -Xmx192m -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 "${java_quiet[@]+"${java_quiet[@]}"}" -jar "$jar"
