#!/bin/sh
# Puts this run's image into staging or production, and writes down what was
# there before. It does not wait: wait-for-rollout.sh does, and rollback.sh
# takes back what this script began.
set -eu
. "$(dirname -- "$0")/lib.sh"
environment_of "${1:-}"
digest=$(image_digest)
tag=$(version)
application=$SERVICE_NAME-$environment

# What runs there now, in JSON; {} where nothing does. A pipe would hide that
# the cluster did not answer, and a first version would be seen where none is.
running_by_helm() {
  listed=$(helm list --namespace "$namespace" --deployed \
    --filter "^$SERVICE_NAME\$" --output json) || return 1
  revision=$(printf '%s' "$listed" | jq -r '.[0].revision // empty')
  if [ -z "$revision" ]; then
    printf '{}'
    return
  fi
  values=$(helm get values "$SERVICE_NAME" --namespace "$namespace" \
    --revision "$revision" --output json) || return 1
  printf '%s' "$values" | jq --arg revision "$revision" '{
    previousRevision: $revision,
    previousDigest: .image.digest, previousVersion: .image.tag
  }'
}

running_by_argocd() {
  known=$(argocd app get "$application" --grpc-web --output json) || return 1
  printf '%s' "$known" | jq '
    .status.sync.revision as $revision
    | [.spec.source.helm.parameters // [] | .[] | { (.name): .value }] | add // {}
    | if .["image.digest"] then {
        previousRevision: $revision,
        previousDigest: .["image.digest"], previousVersion: .["image.tag"]
      } else {} end'
}

deploy_by_helm() {
  set -- --namespace "$namespace" --values "chart/values-$environment.yaml" \
    --set-string "image.tag=$tag" --set-string "image.digest=$digest" --history-max 10
  applies=$(helm_applies)
  [ -z "$applies" ] || set -- "$applies" "$@"
  [ "${CREATE_NAMESPACE:-false}" != true ] || set -- --create-namespace "$@"
  helm upgrade "$SERVICE_NAME" chart --install "$@"
}

deploy_by_argocd() {
  argocd app set "$application" --grpc-web --revision "$COMMIT_SHA" \
    --helm-set-string "image.tag=$tag" --helm-set-string "image.digest=$digest"
  argocd app sync "$application" --grpc-web --async
}

case $DEPLOY_WITH in
helm | argocd) needs "$DEPLOY_WITH" jq ;;
*) stop 64 "DEPLOY_WITH is '$DEPLOY_WITH', not helm or argocd." ;;
esac

# a cluster that cannot be asked stops here, before anything was changed
running=$("running_by_$DEPLOY_WITH")
printf '%s' "$running" | jq \
  --arg id "$DEPLOY_ID-$environment" --arg tag "$tag" --arg digest "$digest" \
  --arg commit "$COMMIT_SHA" --arg at "$(now)" '
  . + {
    id: $id, version: $tag, digest: $digest, commit: $commit, startedAt: $at,
    event: (if .previousRevision then "service.upgraded" else "service.deployed" end)
  }' >"$release"

ci/send-event.sh "$(release_get event)" "$environment" started
say "Deploying $SERVICE_NAME $tag to $environment; before it: $(release_get previousVersion)"
"deploy_by_$DEPLOY_WITH"
