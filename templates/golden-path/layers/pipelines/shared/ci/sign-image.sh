#!/bin/sh
# Signs the image by its digest, so also its provenance and SBOM, and looks at
# the signature as the cluster's policy does. Keyless: the signer is this
# pipeline, by its OIDC identity. With COSIGN_KEY (a key of a KMS, for instance
# awskms:///alias/cosign) that key signs.
set -eu
. "$(dirname -- "$0")/lib.sh"
image=$IMAGE_REPOSITORY@$(image_digest)
TOOL_ENV='ACTIONS_ID_TOKEN_REQUEST_TOKEN ACTIONS_ID_TOKEN_REQUEST_URL SIGSTORE_ID_TOKEN
  AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_REGION'
if [ -n "${COSIGN_KEY:-}" ]; then
  tool cosign "$COSIGN_IMAGE" sign --yes --key "$COSIGN_KEY" "$image"
  tool cosign "$COSIGN_IMAGE" verify --key "$COSIGN_KEY" "$image" >"$reports/signature.json"
else
  tool cosign "$COSIGN_IMAGE" sign --yes "$image"
  tool cosign "$COSIGN_IMAGE" verify --certificate-oidc-issuer "$SIGNER_ISSUER" \
    --certificate-identity-regexp "$SIGNER_IDENTITY" "$image" >"$reports/signature.json"
fi
say "Signed $image"
