#!/bin/sh
# Lets this job push to the registry of the image, and nothing else.
set -eu
. "$(dirname -- "$0")/lib.sh"
needs docker
registry=${IMAGE_REPOSITORY%%/*}
: "${REGISTRY_USERNAME:?must name the account that pushes to $registry}"
: "${REGISTRY_PASSWORD:?must hold its password or token}"
printf '%s' "$REGISTRY_PASSWORD" |
  docker login "$registry" --username "$REGISTRY_USERNAME" --password-stdin
