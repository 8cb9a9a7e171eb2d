# shellcheck shell=bash
# What measurements share. Source it behind machine.sh; both need $root.

# begin_bench: from here on there is a folder $work; it goes at the end, and what is in $started with it.
begin_bench() {
  use_utf8
  use_newest_jdk
  export PATH="$JAVA_HOME/bin:$PATH"
  work=$(mktemp --directory)
  started=()
  trap end_bench EXIT
  trap 'exit 130' INT TERM
}

end_bench() {
  local pid
  for pid in ${started[@]+"${started[@]}"}; do
    kill -TERM "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  rm -rf "$work"
}

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

# unpack_ffmpeg FOLDER: the ffmpeg that the worker brings, or the one that it is told to use, for both sides of a comparison.
unpack_ffmpeg() {
  local jar
  if [[ -z ${LECTUREHALLS_WORKER_FFMPEG:-} ]]; then
    jar=${root:?}/media-worker/target/lecture-halls-media-worker.jar
    [[ -f $jar ]] || fail "nothing has been built yet; run deploy/up.sh once"
    install_ffmpeg_libraries >&2
    (
      cd "$1"
      jar --extract --file "$jar" BOOT-INF/lib
      jar --extract --file BOOT-INF/lib/ffmpeg-*-linux-x86_64-gpl.jar org/bytedeco/ffmpeg/linux-x86_64-gpl
      mv org/bytedeco/ffmpeg/linux-x86_64-gpl ffmpeg
      rm -rf BOOT-INF org
      chmod +x ffmpeg/ffmpeg ffmpeg/ffprobe
    )
    export LECTUREHALLS_WORKER_FFMPEG=$1/ffmpeg
  fi
}

# use_video SECONDS [FILE]: $file is FILE, or a lecture that is made.
use_video() {
  file=${2:-}
  if [[ -z $file ]]; then
    file=$work/lecture.mp4
    say "Making a lecture of $1 s" >&2
    "${root:?}/deploy/bench/footage.sh" "$LECTUREHALLS_WORKER_FFMPEG/ffmpeg" "$1" "$file"
  fi
  [[ -f $file ]] || fail "$file is not a file"
}

# use_own_issuer: the bench's own keys on $ISSUER_PORT instead of Keycloak's: the platform is told of them as it would be of
# any other realm's.
use_own_issuer() {
  export ISSUER_PORT
  ISSUER_PORT=$(free_port)
  export LECTUREHALLS_IDENTITY_ISSUERURI=http://127.0.0.1:$ISSUER_PORT/realms/lecture-halls
}

# start_platform OPTION...: one from what was built last, with its data in $work, at http://localhost:$port; $platform is its
# process.
start_platform() {
  port=$(free_port)
  touch "$work/up.log"
  "${root:?}/deploy/up.sh" --no-build --data "$work/data" --port "$port" --s3-port "$(free_port)" \
    --mongo-port "$(free_port)" --broker-port "$(free_port)" "$@" >>"$work/up.log" 2>&1 &
  platform=$!
  started+=("$platform")
  await_platform "$platform" "$work/up.log"
}

# await_platform PID LOG: until everything has started, or fails with the end of what was said.
await_platform() {
  until grep -q "Ctrl-C stops everything" "$2"; do
    kill -0 "$1" 2>/dev/null || { tail -n 20 "$2" >&2; fail "the platform did not start"; }
    sleep 0.2
  done
}
