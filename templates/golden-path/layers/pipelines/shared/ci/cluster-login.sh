#!/bin/sh
# Gives this job access to the cluster by the short-lived identity of the cloud
# (OIDC), for as long as the job takes. Nothing is stored. Where KUBECONFIG
# names a file already, that one is used.
set -eu
. "$(dirname -- "$0")/lib.sh"

: "${KUBECONFIG:?must name the file that this job may write its access to}"
export KUBECONFIG
if [ -s "$KUBECONFIG" ]; then
  say "Access to the cluster comes from $KUBECONFIG."
  exit 0
fi
needs aws
umask 077
aws eks update-kubeconfig --name "$CLUSTER" --region "$CLUSTER_REGION" --kubeconfig "$KUBECONFIG"
