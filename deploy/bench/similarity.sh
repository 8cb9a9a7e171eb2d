#!/usr/bin/env bash
# How long 5,000 lesson plans of 3,000 signs take to compare, and how many pairs are found of which three tenths were
# copied, among plans that share a template and turns of phrase. All plans are generated.
#
#   deploy/bench.sh similarity [PLANS]        5,000 plans unless said otherwise
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
  org.lecturehalls.competitions.similarity.SimilarityBench "$@"
