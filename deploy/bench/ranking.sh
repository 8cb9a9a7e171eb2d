#!/usr/bin/env bash
# How long a contest of 2,000 entries takes to rank with each method, and how many of the ten best entries each method
# finds in simulated contests with harsh, lazy, noisy and colluding judges.
#
#   deploy/bench.sh ranking [CONTESTS]        2,000 simulated contests unless said otherwise
set -euo pipefail

here=$(cd "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=deploy/lib/machine.sh
. "$here/../lib/machine.sh"
use_utf8
use_newest_jdk

command -v mvn >/dev/null || fail "Maven is needed to build and was not found on PATH"
mvn -q -f "$root/pom.xml" -pl backend -am test-compile >&2
exec "$JAVA_HOME/bin/java" -cp "$root/backend/target/test-classes:$root/backend/target/classes" \
  org.lecturehalls.competitions.ranking.RankingBench "$@"
