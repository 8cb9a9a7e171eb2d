#!/usr/bin/env bash
# Ranks a spreadsheet of scores with the platform's own ranking code; --help says how.
set -euo pipefail

here=$(cd "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/.." && pwd)
# shellcheck source=deploy/lib/machine.sh
. "$here/lib/machine.sh"
use_utf8
use_newest_jdk

main=org.lecturehalls.competitions.ranking.cli.RankScores
sources=$root/backend/src/main/java/org/lecturehalls/competitions/ranking
classes=$root/backend/target/classes
compiled=$classes/${main//.//}.class
jar=$root/backend/target/lecture-halls-backend.jar

# Whether something built is there and no source of it is newer.
current() {
  [ -e "$1" ] && [ -z "$(find "$sources" -name '*.java' -newer "$1" -print -quit 2>/dev/null)" ]
}

if ! current "$compiled" && ! current "$jar"; then
  echo "rank.sh: building" >&2
  mvn -q -f "$root/pom.xml" -pl backend -am compile >&2 || fail "the ranking could not be built"
fi

options=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto)
if current "$compiled"; then
  exec "$JAVA_HOME/bin/java" "${options[@]}" -cp "$classes" "$main" "$@"
fi
exec "$JAVA_HOME/bin/java" "${options[@]}" -cp "$jar" "-Dloader.main=$main" \
  org.springframework.boot.loader.launch.PropertiesLauncher "$@"
