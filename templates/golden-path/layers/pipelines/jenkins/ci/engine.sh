#!/bin/sh
# How this run is called in Jenkins. Sourced by lib.sh.
# shellcheck disable=SC2034
RUN_ID=$BUILD_TAG
DEPLOY_ID=$BUILD_TAG
RUN_URL=$BUILD_URL
PIPELINE_NAME=$JOB_NAME
COMMIT_SHA=$GIT_COMMIT
SIGNER_ISSUER=${JENKINS_URL}oidc
SIGNER_IDENTITY=^$JOB_URL

# The credential 'plimsoll-id-token' of the OpenID Connect Provider plugin.
identity_token() { printf '%s' "${PLIMSOLL_ID_TOKEN:-}"; }

# Later stages unstash reports/image.json.
tell_digest() { :; }
