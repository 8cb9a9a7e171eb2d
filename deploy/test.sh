#!/usr/bin/env bash
# Runs all tests: unit, contract and end-to-end over the whole platform, signing in and watching in a real browser.
# As root on Debian it installs what is missing first. Arguments go to Maven, for example: deploy/test.sh -pl media-worker -am
set -euo pipefail

here=$(cd "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname -- "$here")
# shellcheck source=deploy/lib/machine.sh
. "$here/lib/machine.sh"

use_utf8
use_newest_jdk
command -v mvn >/dev/null || fail "Maven is needed and was not found on PATH"
command -v node >/dev/null || fail "Node 20 or newer is needed and was not found on PATH"

install_ffmpeg_libraries
install_browser "the end-to-end tests"
install_when_missing "lesson plans" "command -v soffice" libreoffice-writer-nogui libreoffice-impress-nogui
install_when_missing "Chinese text" "fc-list :lang=zh-cn | grep -q ." fonts-noto-cjk
install_when_missing "speech for test videos" "command -v espeak-ng" espeak-ng

log=$root/deploy/.run/test.log
mkdir -p "$(dirname -- "$log")"
begin=$SECONDS
say "Testing with Java $java_version; everything Maven says is in $log"
status=0
(cd "$root" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 mvn -B verify "$@") 2>&1 | tee "$log" \
  | grep -E --line-buffered 'Tests run:|^\[ERROR\]|^\[WARNING\]|^\[INFO\] (Building [^j]|BUILD|Results:)' || status=$?
[ "$status" -eq 0 ] || fail "the tests failed; see $log"
say "All tests passed in $((SECONDS - begin)) s"
