#!/usr/bin/env bash
# Makes the pictures that the README shows: starts a platform of its own, fills it, and photographs its pages.
#   deploy/screenshots.sh
# Needs what deploy/test.sh needs; takes a few minutes.
set -euo pipefail

here=$(cd "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname -- "$here")
# shellcheck source=deploy/lib/machine.sh
. "$here/lib/machine.sh"
use_utf8
use_newest_jdk

classpath=$(mktemp)
trap 'rm -f -- "$classpath"' EXIT
say "Building"
(cd "$root" && mvn -q -B package -DskipTests \
  && mvn -q -B -pl deploy/standalone -am -DskipTests -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test \
    test-compile dependency:build-classpath)

cd "$here/standalone"
"$JAVA_HOME/bin/java" "${java_quiet[@]+"${java_quiet[@]}"}" -Djava.awt.headless=true \
  -cp "target/test-classes:target/classes:$(cat "$classpath")" \
  org.lecturehalls.standalone.e2e.Screenshots "$here/screenshots"
