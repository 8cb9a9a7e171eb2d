#!/usr/bin/env bash
# Loads the sample city on the embedded store and measures what villagers, halls and dashboards do most, each beside a bare
# WebFlux handler that answers a constant of the same size, in the same run.
#
#   deploy/bench.sh city
#
# From the environment: SECONDS_EACH (5) of each flood, ROUNDS (3) of which the medians are told, CONNECTIONS (32),
# HALLS (200) with PEOPLE (150) who check in within MINUTE (60) seconds, RIVALS (1000) for one hall and hour.
set -euo pipefail

here=$(cd "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=deploy/lib/machine.sh
. "$here/../lib/machine.sh"
# shellcheck source=deploy/lib/bench.sh
. "$here/../lib/bench.sh"
begin_bench

jar=$root/backend/target/lecture-halls-backend.jar
[[ -f $jar ]] || fail "nothing has been built yet; run deploy/up.sh once"
(cd "$work" && jar --extract --file "$jar" BOOT-INF/lib)
export BARE_PORT PORT
BARE_PORT=$(free_port)
java -Xmx512m -cp "$work/BOOT-INF/lib/*" "$here/bare/BareServer.java" "$BARE_PORT" >"$work/bare.log" 2>&1 &
started+=($!)

use_own_issuer
say "Starting a platform and loading the sample city" >&2
start_platform --sample-city --workers 0
PORT=$port
LOAD_SECONDS=$(sed -n 's/.*Sample city loaded in \([0-9.]*\) s.*/\1/p' "$work/data/logs/backend.log")
export LOAD_SECONDS
export PLATFORM_PID=$platform

node "$here/city.mjs"
