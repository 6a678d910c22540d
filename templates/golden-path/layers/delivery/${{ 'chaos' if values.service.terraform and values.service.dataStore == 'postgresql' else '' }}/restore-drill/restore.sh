#!/bin/sh
# Restores the newest point in time to an instance of its own.
set -u
# shellcheck disable=SC1090,SC1091
. "${SCRIPTS:-/scripts}/lib.sh"
# clean comes to its turn whatever happens here
trap 'exit 0' EXIT

address=${DATABASE_URL#*://}
host=${address%%[:/]*}
date +%s >"$DRILL/started"

instance=$(asked aws rds describe-db-instances --output text \
  --query "DBInstances[?Endpoint.Address=='$host'].DBInstanceIdentifier") || exit
[ -n "$instance" ] || fail "no instance has the address $host"
target=$(printf 'drill-%.56s' "$instance" | sed 's/-*$//')
echo "$target" >"$DRILL/target"

# what a drill that was killed has left
if aws rds delete-db-instance --db-instance-identifier "$target" --skip-final-snapshot --delete-automated-backups >/dev/null 2>&1; then
  say "deleting $target of an earlier drill"
  aws rds wait db-instance-deleted --db-instance-identifier "$target"
  date +%s >"$DRILL/started"
fi

# shellcheck disable=SC2046
set -- $(asked aws rds describe-db-instances --db-instance-identifier "$instance" --output text \
  --query 'DBInstances[0].[DBInstanceClass, DBSubnetGroup.DBSubnetGroupName, DBParameterGroups[0].DBParameterGroupName, VpcSecurityGroups[0].VpcSecurityGroupId, LatestRestorableTime]')
[ $# -eq 5 ] || fail "what $instance is made of cannot be told"
restorable=$(date -d "$5" +%s) || fail "$instance can be restored until $5, which is no time"
lost=$(($(date +%s) - restorable))
[ "$lost" -le "$RPO_SECONDS" ] || fail "$lost s of data would be lost, more than the $RPO_SECONDS s that are promised"

say "restoring $instance to $target; $lost s of data would be lost"
asked aws rds restore-db-instance-to-point-in-time --source-db-instance-identifier "$instance" \
  --target-db-instance-identifier "$target" --use-latest-restorable-time \
  --db-instance-class "$1" --db-subnet-group-name "$2" --db-parameter-group-name "$3" \
  --vpc-security-group-ids "$4" --no-multi-az --no-publicly-accessible --no-deletion-protection \
  --tags Key=service,Value="${instance%-*}" Key=environment,Value=drill >/dev/null
asked aws rds wait db-instance-available --db-instance-identifier "$target"
endpoint=$(asked aws rds describe-db-instances --db-instance-identifier "$target" --output text \
  --query 'DBInstances[0].Endpoint.Address') || exit
echo "$endpoint" >"$DRILL/endpoint"
