#!/usr/bin/env bash
# Makes the pictures that the README shows: starts a platform of its own, fills it, and photographs its pages.
#   deploy/screenshots.sh
# Needs what deploy/test.sh needs; takes a few minutes.
set -euo pipefail

here=$(cd "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname -- "$here")
# shellcheck source=deploy/lib/machine.sh
. "$here/lib/machine.sh"
# shellcheck source=deploy/lib/programs.sh
. "$here/lib/programs.sh"
use_utf8
use_newest_jdk

say "Building"
(cd "$root" && mvn -q -B package -DskipTests)
run_program org.lecturehalls.standalone.e2e.Screenshots "$here/screenshots"
