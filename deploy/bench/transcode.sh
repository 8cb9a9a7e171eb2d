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

# The ffmpeg that the worker brings, or the one that it is told to use: both sides of the comparison run the same.
if [[ -z ${LECTUREHALLS_WORKER_FFMPEG:-} ]]; then
  jar=$root/media-worker/target/lecture-halls-media-worker.jar
  [[ -f $jar ]] || fail "nothing has been built yet; run deploy/up.sh once"
  (
    cd "$work"
    jar --extract --file "$jar" BOOT-INF/lib
    jar --extract --file BOOT-INF/lib/ffmpeg-*-linux-x86_64-gpl.jar org/bytedeco/ffmpeg/linux-x86_64-gpl
    mv org/bytedeco/ffmpeg/linux-x86_64-gpl ffmpeg
    rm -rf BOOT-INF org
    chmod +x ffmpeg/ffmpeg ffmpeg/ffprobe
  )
  export LECTUREHALLS_WORKER_FFMPEG=$work/ffmpeg
fi
install_ffmpeg_libraries >&2

file=${1:-}
if [[ -z $file ]]; then
  file=$work/lecture.mp4
  say "Making a lecture of ${SECONDS_OF_VIDEO:=60} s" >&2
  "$here/footage.sh" "$LECTUREHALLS_WORKER_FFMPEG/ffmpeg" "$SECONDS_OF_VIDEO" "$file"
fi
[[ -f $file ]] || fail "$file is not a file"

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

if [[ -z ${BASE_URL:-} ]]; then
  port=$(free_port)
  say "Starting a platform for this measurement" >&2
  "$here/../up.sh" --no-build --workers 1 --data "$work/data" --port "$port" --s3-port "$(free_port)" \
    --keycloak-port "$(free_port)" --mongo-port "$(free_port)" --broker-port "$(free_port)" >"$work/up.log" 2>&1 &
  platform=$!
  export BASE_URL=http://localhost:$port
  export PLATFORM_PID=$platform
  until grep -q "Ctrl-C stops everything" "$work/up.log"; do
    kill -0 "$platform" 2>/dev/null || { tail -n 20 "$work/up.log" >&2; platform=; fail "the platform did not start"; }
    sleep 1
  done
fi

node "$here/transcode.mjs" "$file" "$work"
