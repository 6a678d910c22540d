#!/bin/sh
# How this run is called in GitLab CI. Sourced by lib.sh.
# shellcheck disable=SC2034
RUN_ID=$CI_PIPELINE_ID
DEPLOY_ID=$CI_JOB_ID
RUN_URL=$CI_PIPELINE_URL
PIPELINE_NAME="$CI_PROJECT_PATH pipeline"
COMMIT_SHA=$CI_COMMIT_SHA
SIGNER_ISSUER=$CI_SERVER_URL
SIGNER_IDENTITY="^$CI_PROJECT_URL//\\.gitlab-ci\\.yml@"

# The token that the job asks for by `id_tokens`.
identity_token() { printf '%s' "${PLIMSOLL_ID_TOKEN:-}"; }

# Later jobs get reports/image.json as an artifact.
tell_digest() { :; }
