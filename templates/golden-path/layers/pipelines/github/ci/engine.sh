#!/bin/sh
# How this run is called in GitHub Actions. Sourced by lib.sh.
# shellcheck disable=SC2034
RUN_ID=$GITHUB_RUN_ID-$GITHUB_RUN_ATTEMPT
DEPLOY_ID=$RUN_ID
RUN_URL=$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID
PIPELINE_NAME=$GITHUB_WORKFLOW
COMMIT_SHA=$GITHUB_SHA
SIGNER_ISSUER=https://token.actions.githubusercontent.com
SIGNER_IDENTITY="^$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/\\.github/workflows/"

# The token that GitHub makes out for this run; nothing where the job lacks
# `id-token: write`.
identity_token() {
  [ -n "${ACTIONS_ID_TOKEN_REQUEST_URL:-}" ] || return 0
  printf 'header = "Authorization: Bearer %s"\n' "$ACTIONS_ID_TOKEN_REQUEST_TOKEN" |
    curl --config - --silent --fail --max-time 10 \
      "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=$PLIMSOLL_AUDIENCE" | jq -r .value
}

# Lets later jobs know the digest of the image.
tell_digest() { printf 'digest=%s\n' "$1" >>"$GITHUB_OUTPUT"; }
