#!/usr/bin/env bash
# Measures one thing and prints a table, then for each target a line
#
#   target <name> <value> <limit> met|missed
#
# A missed target is a result like any other: the exit code is 0 unless the measuring itself failed.
#
#   deploy/bench.sh NAME [ARGUMENT...]        deploy/bench.sh alone lists the names
set -euo pipefail

here=$(cd "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)

names() {
  local script
  for script in "$here"/bench/*.sh; do
    basename "$script" .sh
  done
}

name=${1:-}
if [[ -z $name ]]; then
  echo "usage: deploy/bench.sh NAME [ARGUMENT...], NAME one of:"
  names
  exit 0
fi
# Not grep -q: leaving early, it would break the pipe and fail the pipeline.
if ! names | grep -xF -- "$name" >/dev/null; then
  echo "bench: there is no \"$name\"; there are: $(names | paste -sd ' ')" >&2
  exit 1
fi
shift
exec "$here/bench/$name.sh" "$@"
