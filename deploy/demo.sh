#!/usr/bin/env bash
# Does the platform's main job once, through its public API, against a running platform:
#
#   deploy/demo.sh VIDEO [LESSON_PLAN]
#
# A lecturer uploads both files and builds a course, the publicity department publishes it and opens a contest, three
# judges score the entry (the lesson plan, or the video when there is none), and the ranking is published.
# Progress goes to standard error. The last line of standard output is one JSON object.
# Exit code: 0 done, 2 a file was refused, 1 anything else.
#
# BASE_URL       address of the platform, by default http://localhost:8080
# DEMO_PASSWORD  password of the demo users, by default the one of the demo realm
set -euo pipefail

here=$(cd "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)

if ! command -v node >/dev/null; then
  echo "demo: Node 20 or newer is needed and was not found on PATH" >&2
  exit 1
fi

exec node "$here/demo/main.mjs" "$@"
