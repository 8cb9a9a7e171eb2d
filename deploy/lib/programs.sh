# shellcheck shell=bash
# Programs that lie among the end-to-end tests. Source it behind machine.sh; both need $root.

# run_program CLASS ARGUMENT...: with the platform that was built last, from the folder of the launcher.
run_program() (
  classpath=$(mktemp)
  trap 'rm -f -- "$classpath"' EXIT
  cd "${root:?}"
  mvn -q -B -pl deploy/standalone -am -Dskip.web -DskipTests -Dspotless.check.skip=true \
    -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test test-compile dependency:build-classpath >&2
  cd deploy/standalone
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 "$JAVA_HOME/bin/java" "${java_quiet[@]+"${java_quiet[@]}"}" \
    -Djava.awt.headless=true -Dfile.encoding=UTF-8 \
    -cp "target/test-classes:target/classes:$(cat "$classpath")" "$@"
)
