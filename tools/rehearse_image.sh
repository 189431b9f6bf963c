#!/usr/bin/env bash
# Do what the Containerfile does, without containers: its steps one by one, in a directory, then serve
# from there as the image would: a user of no name, no capability, a root that nobody can write to.
#
#     sudo tools/rehearse_image.sh [COMMAND...]     by default, what the image runs, on loopback
set -euo pipefail
cd "$(dirname "$0")/.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

echo "What the build may read, as .dockerignore leaves it:"
mkdir "$place/build"
git ls-files -z src requirements/run.lock pyproject.toml hatch_build.py README.md LICENCE \
    package.json package-lock.json .npmrc | xargs -0 cp --parents -t "$place/build"
du -sh "$place/build"

here=$PWD
cd "$place/build"
# What the first stage runs, with its directory where nobody else's is.
awk '/^FROM/ { stage++ } stage == 1 && (/^RUN/ || more) { sub(/^RUN /, ""); more = /\\$/; print }' \
    "$here/Containerfile" | sed "s#/opt/eclaireur#$place/opt#g; s#^python #python3 #" \
    | bash -eux
cd "$here"
rm -rf "$place/build"
du -sh "$place/opt"

install --directory --owner 10001 --mode 0700 "$place/data"
chmod 755 "$place"
export ECLAIREUR_DATA="$place/data" ECLAIREUR_LOG_FORMAT=json PYTHONDONTWRITEBYTECODE=1
# shellcheck disable=SC2016
unshare --mount --pid --fork --kill-child --mount-proc bash -euc '
    mount --bind "$1/data" "$1/data"
    mount -t tmpfs tmpfs /dev/shm
    mount -o remount,bind,ro /
    exec setpriv --reuid 10001 --regid 10001 --clear-groups --no-new-privs --bounding-set -all \
        --inh-caps -all "$1/opt/bin/eclaireur" "${@:2}"' bash "$place" "${@:-serve}"
