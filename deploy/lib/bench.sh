# shellcheck shell=bash
# What measurements share. Source it behind machine.sh; both need $root.

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

# await_platform PID LOG: until everything has started, or fails with the end of what was said.
await_platform() {
  until grep -q "Ctrl-C stops everything" "$2"; do
    kill -0 "$1" 2>/dev/null || { tail -n 20 "$2" >&2; fail "the platform did not start"; }
    sleep 0.2
  done
}
