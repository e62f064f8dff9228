#!/usr/bin/env bash
# Installs the system packages named as arguments, where that is allowed; else says what to type. Nothing to do without arguments.
set -euo pipefail
[ $# -gt 0 ] || exit 0
if command -v apt-get >/dev/null; then
  if [ "$(id -u)" = 0 ]; then sudo=; elif sudo -n true 2>/dev/null; then sudo=sudo; else sudo=no; fi
  if [ "$sudo" != no ]; then
    export DEBIAN_FRONTEND=noninteractive
    $sudo apt-get update -qq
    $sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    exit 0
  fi
  echo "Missing system packages. Type, then run make again:  sudo apt-get install $*" >&2
else
  echo "Missing system packages (Debian names): $*. Install them, then run make again." >&2
fi
exit 1
