#!/usr/bin/env bash
# Checks the exported log of a contest with nothing but the file: that no byte was changed, and that every published
# ranking follows from it to the last digit. Exit code: 0 sound, 1 not, 2 the file cannot be read.
#
#   deploy/verify-contest.sh EXPORT [HEAD]     HEAD is the hash published beside the ranking
set -euo pipefail

here=$(cd "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/.." && pwd)
# shellcheck source=deploy/lib/machine.sh
. "$here/lib/machine.sh"
use_utf8
use_newest_jdk

main=org.lecturehalls.competitions.audit.cli.VerifyContest
sources=$root/backend/src/main/java/org/lecturehalls/competitions
classes=$root/backend/target/classes
compiled=$classes/${main//.//}.class
jar=$root/backend/target/lecture-halls-backend.jar

# Whether something built is there and no source of it is newer.
current() {
  [ -e "$1" ] && [ -z "$(find "$sources" -name '*.java' -newer "$1" -print -quit 2>/dev/null)" ]
}

if ! current "$compiled" && ! current "$jar"; then
  echo "verify-contest.sh: building" >&2
  mvn -q -f "$root/pom.xml" -pl backend -am compile >&2 || fail "the check could not be built"
fi

options=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto)
if current "$compiled"; then
  exec "$JAVA_HOME/bin/java" "${options[@]}" -cp "$classes" "$main" "$@"
fi
exec "$JAVA_HOME/bin/java" "${options[@]}" -cp "$jar" "-Dloader.main=$main" \
  org.springframework.boot.loader.launch.PropertiesLauncher "$@"
