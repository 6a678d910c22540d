#!/bin/sh
# Builds the image with its provenance and SBOM and puts it into the registry
# by its digest alone: without a tag nobody deploys it. scan-image.sh and
# sign-image.sh follow, then publish-image.sh gives it its version.
#
#   build-image.sh [--check]     --check only builds, for pull requests
set -eu
. "$(dirname -- "$0")/lib.sh"
needs docker jq

docker buildx inspect service >/dev/null 2>&1 ||
  docker buildx create --name service --driver docker-container >/dev/null

set -- "${1:-}" --builder service --file Dockerfile --provenance mode=max --sbom true \
  --build-arg "VERSION=$(version)" --build-arg "REVISION=$COMMIT_SHA" \
  --build-arg "SOURCE=$SERVICE_REPOSITORY" \
  --cache-from "type=registry,ref=$IMAGE_REPOSITORY:buildcache"
mode=$1
shift
case $mode in
--check)
  docker buildx build "$@" --output type=cacheonly .
  exit 0
  ;;
'') ;;
*) stop 64 "usage: build-image.sh [--check]" ;;
esac

docker buildx build "$@" \
  --cache-to "type=registry,ref=$IMAGE_REPOSITORY:buildcache,mode=max" \
  --output "type=image,name=$IMAGE_REPOSITORY,push-by-digest=true,name-canonical=true,push=true" \
  --metadata-file "$reports/build.json" .
jq --arg version "$(version)" --arg revision "$COMMIT_SHA" --arg repository "$IMAGE_REPOSITORY" \
  '{ $repository, $version, $revision, digest: .["containerimage.digest"] }' \
  "$reports/build.json" >"$reports/image.json"
digest=$(image_digest)
docker buildx imagetools inspect "$IMAGE_REPOSITORY@$digest" \
  --format '{{ json .SBOM }}' >"$reports/sbom.json"
tell_digest "$digest"
say "Built $IMAGE_REPOSITORY@$digest"
