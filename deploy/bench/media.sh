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
begin_bench
install_browser "the first picture" >&2

unpack_ffmpeg "$work"
use_video "${SECONDS_OF_VIDEO:-300}" "$@"
use_own_issuer
say "Starting a platform for this measurement" >&2
start_platform --workers 0

BASE_URL=http://localhost:$port node "$here/media.mjs" "$file" "$work"
