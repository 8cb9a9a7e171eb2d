#!/usr/bin/env bash
# The figures of the media pipeline, in one run: how long videos take beside plain ffmpeg, how soon the first picture is seen,
# what a worker that dies costs, and what workers, lines and the store have to hold.
#
#   deploy/bench.sh media [FILE]
#
# Without FILE a lecture of SECONDS_OF_VIDEO (300) is made. From the environment: RUNS (3) of which the medians are told, and
# ONLY, some of these rows, separated by commas:
#
#   one-worker     platform with one worker / one plain ffmpeg command that makes the same
#   two-workers    platform with two workers of one thread each / the same plain command
#   rung-by-rung   one command for each rung, one after another / platform with one worker
#   first-picture  seconds from the end of an upload to a picture in Chromium; MINUTES_OF_VIDEO (60), FILE in a loop
#   kill           extra seconds when the only worker is killed half way and another one is started
#   two-hours      a video of HOURS_OF_VIDEO (2) at few frames a second, with two kills: heap and memory of the workers
#   peak           highest kbit/s of the smallest rung and the sound together
#   objects        number of objects for one hour of video
#
# A platform is started for it on free ports, from what was built last, and stopped at the end.
set -euo pipefail

here=$(cd "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=deploy/lib/machine.sh
. "$here/../lib/machine.sh"
# shellcheck source=deploy/lib/bench.sh
. "$here/../lib/bench.sh"
use_utf8
use_newest_jdk
export PATH="$JAVA_HOME/bin:$PATH"

work=$(mktemp --directory)
platform=
finish() {
  if [[ -n $platform ]]; then
    kill -TERM "$platform" 2>/dev/null || true
    wait "$platform" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

unpack_ffmpeg "$work"

file=${1:-}
if [[ -z $file ]]; then
  file=$work/lecture.mp4
  say "Making a lecture of ${SECONDS_OF_VIDEO:=300} s" >&2
  "$here/footage.sh" "$LECTUREHALLS_WORKER_FFMPEG/ffmpeg" "$SECONDS_OF_VIDEO" "$file"
fi
[[ -f $file ]] || fail "$file is not a file"

# The bench's own keys instead of Keycloak's: the platform is told of them as it would be of any other realm's.
export ISSUER_PORT
ISSUER_PORT=$(free_port)
export LECTUREHALLS_IDENTITY_ISSUERURI=http://127.0.0.1:$ISSUER_PORT/realms/lecture-halls
port=$(free_port)
say "Starting a platform for this measurement" >&2
touch "$work/up.log"
"$here/../up.sh" --no-build --workers 0 --data "$work/data" --port "$port" --s3-port "$(free_port)" \
  --mongo-port "$(free_port)" --broker-port "$(free_port)" >>"$work/up.log" 2>&1 &
platform=$!
await_platform "$platform" "$work/up.log"

BASE_URL=http://localhost:$port node "$here/media.mjs" "$file" "$work"
