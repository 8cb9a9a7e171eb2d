#!/usr/bin/env bash
# What a villager waits for, in Chromium with a throttled line: the weight of the home page's first load, its largest paint
# at 1.6 Mbit/s, 150 ms and a processor four times slower, and the first frame of a lesson at 1.5 Mbit/s and at 400 kbit/s,
# each with 200 ms there and back. A bare page with one picture, and the same film as one MP4 file, are measured in turn with
# it. Starts a platform of its own.
#
#   deploy/bench.sh web [SECONDS]        a lesson of 60 s unless said otherwise
set -euo pipefail

here=$(cd "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=deploy/lib/machine.sh
. "$here/../lib/machine.sh"
# shellcheck source=deploy/lib/programs.sh
. "$here/../lib/programs.sh"
use_utf8
use_newest_jdk
install_browser "this measurement" >&2

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
"$here/../lib/build.sh" >&2
run_program org.lecturehalls.standalone.e2e.WebBench "${1:-60}" "$work"
