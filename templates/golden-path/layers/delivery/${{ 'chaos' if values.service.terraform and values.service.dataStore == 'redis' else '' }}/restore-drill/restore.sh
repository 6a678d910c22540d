#!/bin/sh
# Restores the newest daily snapshot to a replication group of its own.
set -u
# shellcheck disable=SC1090,SC1091
. "${SCRIPTS:-/scripts}/lib.sh"
# clean comes to its turn whatever happens here
trap 'exit 0' EXIT

address=${REDIS_URL##*@}
host=${address%%:*}
date +%s >"$DRILL/started"

group=$(asked aws elasticache describe-replication-groups --output text \
  --query "ReplicationGroups[?NodeGroups[0].PrimaryEndpoint.Address=='$host'].ReplicationGroupId") || exit
[ -n "$group" ] || fail "no replication group has the address $host"
target=$(printf 'drill-%.34s' "$group" | sed 's/-*$//')
echo "$target" >"$DRILL/target"

# what a drill that was killed has left
if aws elasticache delete-replication-group --replication-group-id "$target" >/dev/null 2>&1; then
  say "deleting $target of an earlier drill"
  aws elasticache wait replication-group-deleted --replication-group-id "$target"
  date +%s >"$DRILL/started"
fi

member=$(asked aws elasticache describe-replication-groups --replication-group-id "$group" --output text \
  --query 'ReplicationGroups[0].MemberClusters[0]') || exit
# shellcheck disable=SC2046
set -- $(asked aws elasticache describe-cache-clusters --cache-cluster-id "$member" --output text \
  --query 'CacheClusters[0].[CacheNodeType, CacheSubnetGroupName, CacheParameterGroup.CacheParameterGroupName, SecurityGroups[0].SecurityGroupId]')
[ $# -eq 4 ] || fail "what $member is made of cannot be told"
snapshot=$(asked aws elasticache describe-snapshots --replication-group-id "$group" --snapshot-source system --output text \
  --query 'sort_by(Snapshots, &NodeSnapshots[0].SnapshotCreateTime)[-1].SnapshotName') || exit
case $snapshot in '' | None) fail "$group has no snapshot" ;; esac

credentials=${REDIS_URL#*://}
credentials=${credentials%@*}
say "restoring $snapshot to $target"
asked aws elasticache create-replication-group --replication-group-id "$target" \
  --replication-group-description "Restore drill of $group" --snapshot-name "$snapshot" \
  --engine redis --cache-node-type "$1" --cache-subnet-group-name "$2" \
  --cache-parameter-group-name "$3" --security-group-ids "$4" --num-cache-clusters 1 \
  --transit-encryption-enabled --auth-token "${credentials#*:}" \
  --tags Key=service,Value="${group%-*}" Key=environment,Value=drill >/dev/null
# each waits 10 minutes
aws elasticache wait replication-group-available --replication-group-id "$target" ||
  asked aws elasticache wait replication-group-available --replication-group-id "$target"
endpoint=$(asked aws elasticache describe-replication-groups --replication-group-id "$target" --output text \
  --query 'ReplicationGroups[0].NodeGroups[0].PrimaryEndpoint.Address') || exit
echo "$endpoint" >"$DRILL/endpoint"
