#!/usr/bin/env bash
# Runs every sample file through the worker, with no broker and no store, and compares with the table of expected outcomes.
#   deploy/samples.sh DIR [--keep=FOLDER]
# DIR holds video/, documents/ and hostile/, or just files; files that are not in the table must not fail. Ends with a line
# "N passed, N failed". --keep leaves all results in a folder to look at.
set -euo pipefail

root=$(cd "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:?usage: deploy/samples.sh DIR [--keep=FOLDER]}
shift
jar=$root/media-worker/target/lecture-halls-media-worker.jar

if [ ! -f "$jar" ]; then
  (cd "$root" && mvn -q -pl media-worker -am package -DskipTests)
fi

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

LECTUREHALLS_WORKER_WORKDIR=$work "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx192m \
  -Dlogback.configurationFile=samples-logback.xml -jar "$jar" \
  --inspect-folder="$folder" --expect="$root/media-worker/src/test/samples/expected-outcomes.tsv" "$@"
