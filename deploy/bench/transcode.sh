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
begin_bench

unpack_ffmpeg "$work"
use_video "${SECONDS_OF_VIDEO:-60}" "$@"

if [[ -z ${BASE_URL:-} ]]; then
  say "Starting a platform for this measurement" >&2
  start_platform --workers 1 --keycloak-port "$(free_port)"
  export BASE_URL=http://localhost:$port
  export PLATFORM_PID=$platform
fi

node "$here/transcode.mjs" "$file" "$work"
