#!/usr/bin/env bash
# How much longer the platform takes for a video than one plain ffmpeg command that makes the same renditions.
#
#   deploy/bench.sh transcode [FILE]
#
# Without FILE a lecture of SECONDS_OF_VIDEO (60) is made. Each is run RUNS (3) times in turn with the same ffmpeg, and the medians are
# compared. With BASE_URL set, the platform there is used and its worker must run on this machine (WORKER_PID when there are
# several); otherwise one is started on free ports, from what was built last, and stopped at the end.
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
  say "Making a lecture of ${SECONDS_OF_VIDEO:=60} s" >&2
  "$here/footage.sh" "$LECTUREHALLS_WORKER_FFMPEG/ffmpeg" "$SECONDS_OF_VIDEO" "$file"
fi
[[ -f $file ]] || fail "$file is not a file"

if [[ -z ${BASE_URL:-} ]]; then
  port=$(free_port)
  say "Starting a platform for this measurement" >&2
  "$here/../up.sh" --no-build --workers 1 --data "$work/data" --port "$port" --s3-port "$(free_port)" \
    --keycloak-port "$(free_port)" --mongo-port "$(free_port)" --broker-port "$(free_port)" >"$work/up.log" 2>&1 &
  platform=$!
  export BASE_URL=http://localhost:$port
  export PLATFORM_PID=$platform
  await_platform "$platform" "$work/up.log"
fi

node "$here/transcode.mjs" "$file" "$work"
