#!/bin/sh
# Runs a target of stack.sh in the image of the service's language, beside the
# data store that its integration tests need. Both are gone afterwards.
#
#   toolchain.sh install|lint|test|coverage
set -eu
. "$(dirname -- "$0")/lib.sh"
needs docker
target=${1:-}

case $SERVICE_STACK in
fastapi) image=python:$(cat .python-version)-slim ;;
node) image=node:$(cat .node-version)-slim ;;
spring-boot) image=maven:3.9-eclipse-temurin-$(cat .java-version) ;;
*) stop 64 "toolchain.sh knows no image for the stack '$SERVICE_STACK'." ;;
esac

# what install brings stays in the workspace for the next targets
set -- --rm --user "$(id -u):$(id -g)" --env HOME=/source/.toolchain \
  --volume "$PWD:/source" --workdir /source
mkdir -p .toolchain

if [ "$target" = coverage ] && [ "$SERVICE_DATA_STORE" != none ]; then
  network=ci-$RUN_ID
  docker network create "$network" >/dev/null
  store=
  trap '[ -z "$store" ] || docker rm --force "$store" >/dev/null; docker network rm "$network" >/dev/null' EXIT
  case $SERVICE_DATA_STORE in
  redis)
    store=$(docker run --detach --network "$network" --network-alias redis "$REDIS_IMAGE")
    set -- --env REDIS_URL=redis://redis:6379/0 "$@"
    ;;
  postgresql)
    store=$(docker run --detach --network "$network" --network-alias postgres \
      --env POSTGRES_USER=app --env POSTGRES_PASSWORD=app "$POSTGRES_IMAGE")
    set -- --env DATABASE_URL=postgresql://postgres:5432/app \
      --env DATABASE_USER=app --env DATABASE_PASSWORD=app "$@"
    ;;
  esac
  set -- --network "$network" "$@"
  waited=0
  until case $SERVICE_DATA_STORE in
    redis) docker exec "$store" redis-cli ping ;;
    *) docker exec "$store" pg_isready --host 127.0.0.1 --username app ;;
    esac >/dev/null 2>&1; do
    [ "$waited" -lt 60 ] || stop 1 "The data store for the tests was not ready after $waited s."
    sleep 1
    waited=$((waited + 1))
  done
fi

docker run "$@" "$image" ci/stack.sh "$target"
