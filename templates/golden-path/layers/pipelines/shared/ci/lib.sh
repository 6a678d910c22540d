#!/bin/sh
# What the scripts of this folder share; they source it, nothing else does.
# service.env says which service this is, engine.sh which CI system runs it.
# shellcheck disable=SC2034

ci_folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd "$ci_folder/.." || exit 70
# shellcheck source=service.env
. "$ci_folder/service.env"
# shellcheck source=engine.sh
. "$ci_folder/engine.sh"
# shellcheck source=tools.env
. "$ci_folder/tools.env"

# Seconds for one answer of the portal, and how often it is asked.
: "${PORTAL_TIMEOUT_SECONDS:=10}"
: "${PORTAL_ATTEMPTS:=3}"

# What one step leaves to the next ones; never committed.
reports=reports
mkdir -p "$reports"

say() { printf '%s\n' "$*"; }
warn() { printf 'WARNING: %s\n' "$*" >&2; }

# stop EXIT_CODE SENTENCE
stop() {
  stop_code=$1
  shift
  printf 'ERROR: %s\n' "$*" >&2
  exit "$stop_code"
}

# needs PROGRAM...: says what is missing before anything was done.
needs() {
  for needed in "$@"; do
    command -v "$needed" >/dev/null 2>&1 ||
      stop 69 "$(basename -- "$0") needs '$needed' on the PATH of this job."
  done
}

# now: this instant, as events and reports write it.
now() { date -u +%Y-%m-%dT%H:%M:%SZ; }

# seconds: to measure with.
seconds() { date +%s; }

# environment_of ARGUMENT: staging or production, nothing else.
environment_of() {
  case ${1:-} in
  staging) namespace=$SERVICE_NAME-staging ;;
  production) namespace=$SERVICE_NAME ;;
  *) stop 64 "usage: $(basename -- "$0") staging|production" ;;
  esac
  environment=$1
  release=$reports/release-$environment.json
  # what another run left behind on this machine is not this run's to take back
  if [ -f "$release" ] && [ "$(release_get id)" != "$DEPLOY_ID-$environment" ]; then
    rm "$release"
  fi
}

# release_get KEY: what deploy.sh wrote down, empty where it did not.
release_get() {
  [ ! -f "$release" ] || jq -r --arg key "$1" '.[$key] // empty' "$release"
}

# release_set KEY VALUE
release_set() {
  jq --arg key "$1" --arg value "$2" '.[$key] = $value' "$release" >"$release.new"
  mv "$release.new" "$release"
}

# helm_applies: how Helm has to write. Helm 4 would by itself apply on the
# server's side, and be refused there: while Argo Rollouts changes versions, the
# selector of the Service is its own. Helm 3 knows only the way that works.
helm_applies() {
  case $(helm version --template '{{.Version}}') in
  v3.*) ;;
  *) printf '%s' --server-side=false ;;
  esac
}

# image_digest: of the image that this run built, by the job before or by it.
image_digest() {
  found=${IMAGE_DIGEST:-}
  if [ -z "$found" ] && [ -f "$reports/image.json" ]; then
    found=$(jq -r '.digest // empty' "$reports/image.json")
  fi
  printf '%s' "$found" | grep -Eqx 'sha256:[0-9a-f]{64}' ||
    stop 65 "No digest of an image: build-image.sh writes $reports/image.json, or set IMAGE_DIGEST."
  printf '%s' "$found"
}

# version: what people call this commit's image.
version() { printf '%.12s' "$COMMIT_SHA"; }

# The key to the portal: a stored token, else this run's own identity.
portal_token() {
  if [ -n "${PLIMSOLL_TOKEN:-}" ]; then
    printf '%s' "$PLIMSOLL_TOKEN"
  else
    identity_token
  fi
}

# portal METHOD PATH [BODY_FILE CONTENT_TYPE]: sets portal_status, 000 where
# nobody answered, and leaves the answer in $portal_answer. What may pass by
# itself is tried again. The token is no argument of a process: others on the
# machine could read it there.
portal() {
  needs curl jq
  portal_answer=$reports/portal.json
  bearer=$(portal_token) || bearer=
  attempt=1
  while :; do
    : >"$portal_answer"
    portal_status=$(
      {
        if [ -n "$bearer" ]; then
          printf 'header = "Authorization: Bearer %s"\n' "$bearer"
        fi
        if [ -n "${3:-}" ]; then
          printf 'header = "Content-Type: %s"\ndata-binary = "@%s"\n' "$4" "$3"
        fi
      } | curl --config - --silent --show-error --request "$1" \
        --max-time "$PORTAL_TIMEOUT_SECONDS" --output "$portal_answer" \
        --write-out '%{http_code}' "$PORTAL_API_URL$2"
    ) || portal_status=000
    case $portal_status in
    000 | 429 | 502 | 503 | 504) ;;
    *) break ;;
    esac
    [ "$attempt" -lt "$PORTAL_ATTEMPTS" ] || break
    sleep "$((attempt * 2))"
    attempt=$((attempt + 1))
  done
}

# portal_message: what the portal says of a request that it refused.
portal_message() {
  jq -r '.error.message // empty' "$portal_answer" 2>/dev/null || true
}

# tool NAME IMAGE ARGUMENT...: the program of this job, else its pinned image.
# Of the environment the image gets what TOOL_ENV names, and nothing else.
tool() {
  tool_name=$1
  tool_image=$2
  shift 2
  if command -v "$tool_name" >/dev/null 2>&1; then
    "$tool_name" "$@"
    return
  fi
  needs docker
  set -- --entrypoint "$tool_name" "$tool_image" "$@"
  for variable in ${TOOL_ENV:-}; do
    set -- --env "$variable" "$@"
  done
  if [ -d "${DOCKER_CONFIG:=$HOME/.docker}" ]; then
    set -- --env DOCKER_CONFIG=/docker --volume "$DOCKER_CONFIG:/docker:ro" "$@"
  fi
  docker run --rm --user "$(id -u):$(id -g)" --env HOME=/tmp \
    --volume "$PWD:/source" --workdir /source "$@"
}
