# shellcheck shell=bash
# What the scripts need to know about this machine, and to install on it. Sourced, never run.

: "${root:?set by the script that sources this}"

say() {
  printf '%s\n' "$*"
}

fail() {
  printf 'lecture-halls: %s\n' "$*" >&2
  exit 1
}

# File names in Chinese need a UTF-8 locale, which a bare server does not set.
use_utf8() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *UTF-8* | *utf8*) ;;
    *) export LC_ALL=C.UTF-8 ;;
  esac
}

# Major version of the JDK in a folder; nothing when there is none (a JRE alone cannot build).
jdk_major() {
  local major
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  printf '%s' "$major"
}

# Takes JAVA_HOME when it is 17 or newer, else the newest JDK on this machine.
use_newest_jdk() {
  local candidate major best=0 best_home='' on_path
  major=$(jdk_major "${JAVA_HOME:-/nowhere}")
  if [ "${major:-0}" -ge 17 ]; then
    best=$major
    best_home=$JAVA_HOME
  else
    on_path=$(command -v javac || true)
    for candidate in /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
      "$(dirname -- "$(dirname -- "$(readlink -f "${on_path:-/nowhere/bin/javac}")")")"; do
      major=$(jdk_major "$candidate")
      if [ "${major:-0}" -gt "$best" ]; then
        best=$major
        best_home=$candidate
      fi
    done
  fi
  [ "$best" -ge 17 ] || fail "a JDK 17 or newer is needed and was not found (looked at JAVA_HOME, /usr/lib/jvm and PATH)"
  export JAVA_HOME=$best_home
  java_version=$best
  java_quiet=()
  if [ "$best" -ge 24 ]; then
    java_quiet=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
    # Maven's own libraries make new JDKs warn as well.
    export MAVEN_OPTS="${MAVEN_OPTS:-} ${java_quiet[*]}"
  fi
  # For the scripts that source this.
  : "$java_version" "${java_quiet[@]+"${java_quiet[@]}"}"
}

# True when Debian packages can be installed here without asking.
can_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

# Installs Debian packages quietly; what it said is in deploy/.run/apt.log.
apt_install() {
  local log
  log=$root/deploy/.run/apt.log
  mkdir -p "$(dirname -- "$log")"
  say "Installing $*"
  # The lists may be stale or absent: a second try brings them first.
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >"$log" 2>&1 && return 0
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >>"$log" 2>&1
}

# Prints the name of the first package that this system's lists know.
first_known_package() {
  local name
  for name in "$@"; do
    if apt-cache show "$name" >/dev/null 2>&1; then
      printf '%s' "$name"
      return
    fi
  done
  printf '%s' "$1"
}

# The ffmpeg that comes with the build needs a few libraries that a bare system lacks.
install_ffmpeg_libraries() {
  local library missing=no
  [ -z "${LECTUREHALLS_WORKER_FFMPEG:-}" ] || return 0
  for library in libxcb.so.1 libxcb-shm.so.0 libasound.so.2 libpulse.so.0 libva.so.2 libva-drm.so.2 libdrm.so.2; do
    # Without pipefail's help: ldconfig lists what the loader finds.
    if ! library_known "$library"; then
      missing=yes
    fi
  done
  [ "$missing" = yes ] || return 0
  if can_install; then
    apt_install libxcb1 libxcb-shm0 libpulse0 libva2 libva-drm2 libdrm2 "$(first_known_package libasound2t64 libasound2)" \
      || say "Libraries for ffmpeg could not be installed (see deploy/.run/apt.log); videos may wait for another worker."
  else
    say "ffmpeg needs libxcb1, libxcb-shm0, libasound2, libpulse0, libva2, libva-drm2 and libdrm2; until they are installed, videos wait."
  fi
}

library_known() {
  local list
  list=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null || true)
  case $list in *"$1"*) return 0 ;; *) return 1 ;; esac
}

# install_when_missing WHAT_FOR CHECK PACKAGE...: ends the script where they can't be installed.
install_when_missing() {
  local what_for=$1 check=$2
  shift 2
  if eval "$check" >/dev/null 2>&1; then
    return 0
  fi
  can_install || fail "$what_for needs $*; install them, or run as root on Debian"
  apt_install "$@" || fail "$* could not be installed (see deploy/.run/apt.log)"
}

# install_browser WHAT_FOR
install_browser() {
  install_when_missing "$1" "command -v chromium || command -v chromium-browser || command -v google-chrome" chromium
}

install_libreoffice() {
  [ -z "${LECTUREHALLS_WORKER_SOFFICE:-}" ] || return 0
  if command -v soffice >/dev/null; then
    return 0
  fi
  if can_install && apt_install libreoffice-writer-nogui libreoffice-impress-nogui fonts-noto-cjk; then
    return 0
  fi
  say "LibreOffice is missing: lesson plans wait in their queue until a worker that has it is started."
}
