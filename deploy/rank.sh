#!/usr/bin/env bash
# Ranks a spreadsheet of scores with the platform's own ranking code; --help says how.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
main=org.lecturehalls.competitions.ranking.cli.RankScores
sources=$root/backend/src/main/java/org/lecturehalls/competitions/ranking
classes=$root/backend/target/classes
jar=$root/backend/target/lecture-halls-backend.jar

# The newest JDK of 17 or later: JAVA_HOME, the one on PATH, or one of those installed.
newest_java() {
  local best='' best_version=0 candidate version
  for candidate in "${JAVA_HOME:-/nowhere}/bin/java" "$(command -v java || true)" /usr/lib/jvm/*/bin/java; do
    [ -x "$candidate" ] || continue
    version=$("$candidate" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
    if [ "${version:-0}" -gt "$best_version" ]; then
      best=$candidate best_version=$version
    fi
  done
  if [ "$best_version" -lt 17 ]; then
    echo "rank.sh: a JDK 17 or newer is needed" >&2
    exit 1
  fi
  echo "$best"
}

# Whether something built is there and no source of it is newer.
current() {
  [ -e "$1" ] && [ -z "$(find "$sources" -name '*.java' -newer "$1" -print -quit 2>/dev/null)" ]
}

java=$(newest_java)
compiled=$classes/${main//.//}.class
if ! current "$compiled" && ! { [ ! -d "$classes" ] && current "$jar"; }; then
  echo "rank.sh: building" >&2
  mvn -q -f "$root/pom.xml" -pl backend -am compile >&2 || exit 1
fi

options=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto)
if [ -e "$compiled" ]; then
  exec "$java" "${options[@]}" -cp "$classes" "$main" "$@"
fi
exec "$java" "${options[@]}" -cp "$jar" -Dloader.main="$main" org.springframework.boot.loader.launch.PropertiesLauncher "$@"
