#!/usr/bin/env bash
# Builds the modules whose sources have changed since they were last built; nothing at all when none has.
set -euo pipefail

here=$(cd "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=deploy/lib/machine.sh
. "$here/machine.sh"
use_utf8
use_newest_jdk

run=$root/deploy/.run
mkdir -p "$run/built"

# A checksum over the names and contents of all sources in some folders or files.
checksum() {
  (
    cd "$root"
    find "$@" \( -name target -o -name node_modules -o -name dist \) -prune -o -type f -print0 \
      | LC_ALL=C sort -z | xargs -0 sha256sum
    printf '%s\n' "$JAVA_HOME"
  ) | sha256sum | cut -d ' ' -f 1
}

common="pom.xml .mvn backend/media-contract/pom.xml backend/media-contract/src/main"
changed=()
declare -A sums=()

# check MODULE JAR FOLDER...: notes the module when a source or its jar differs from what was built.
check() {
  local module=$1 jar=$2 stamp
  shift 2
  stamp=$run/built/$(basename -- "$jar").sha256
  # shellcheck disable=SC2086 # a list of paths without blanks
  sums[$stamp]=$(checksum $common "$@")
  if [ ! -f "$root/$jar" ] || [ "$(cat "$stamp" 2>/dev/null)" != "${sums[$stamp]}" ]; then
    changed+=("$module")
  else
    unset "sums[$stamp]"
  fi
}

web=()
[ ! -d "$root/backend/web" ] || web=(backend/web)
check backend backend/target/lecture-halls-backend.jar backend/pom.xml backend/src/main ${web[@]+"${web[@]}"}
check media-worker media-worker/target/lecture-halls-media-worker.jar media-worker/pom.xml media-worker/src/main
check deploy/standalone deploy/standalone/target/lecture-halls-standalone.jar \
  deploy/standalone/pom.xml deploy/standalone/src/main

if ! compgen -G "$run/keycloak-*/bin/kc.sh" >/dev/null; then
  case " ${changed[*]-} " in *" deploy/standalone "*) ;; *) changed+=(deploy/standalone) ;; esac
fi
if [ ${#changed[@]} -eq 0 ]; then
  exit 0
fi

command -v mvn >/dev/null || fail "Maven is needed to build and was not found on PATH"
case " ${changed[*]} " in
  *" backend "*)
    if [ ${#web[@]} -gt 0 ]; then
      command -v node >/dev/null || fail "Node 20 or newer is needed to build the web app and was not found on PATH"
      node_major=$(node -p 'process.versions.node.split(".")[0]')
      [ "$node_major" -ge 20 ] || fail "Node 20 or newer is needed to build the web app; this is Node $node_major"
      command -v npm >/dev/null || fail "npm is needed to build the web app and was not found on PATH"
    fi
    ;;
esac

log=$run/build.log
modules=$(IFS=,; printf '%s' "${changed[*]}")
first=
[ -d "$HOME/.m2/repository/org/keycloak/keycloak-quarkus-dist" ] || first=' (the first time this downloads a lot)'
say "Building ${changed[*]}$first"
begin=$SECONDS
(cd "$root" && exec mvn -B -q -DskipTests -Dskip.web.tests=true -Dspotless.check.skip=true -pl "$modules" -am package) >"$log" 2>&1 &
build=$!
trap 'kill "$build" 2>/dev/null || true' EXIT
while kill -0 "$build" 2>/dev/null; do
  [ ! -t 1 ] || printf '\r  %d s ' $((SECONDS - begin))
  sleep 1
done
[ ! -t 1 ] || printf '\r'
if ! wait "$build"; then
  grep -m 20 'ERROR' "$log" >&2 || tail -n 20 "$log" >&2
  fail "the build failed; all it said is in $log"
fi
trap - EXIT
for stamp in "${!sums[@]}"; do
  printf '%s' "${sums[$stamp]}" >"$stamp"
done
say "Built in $((SECONDS - begin)) s"
