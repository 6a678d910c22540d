# shellcheck shell=sh
# What a drill restores, as ElastiCache knows it.
copy_is_there() {
  aws elasticache describe-replication-groups --replication-group-id "$1" >/dev/null 2>&1
}

wait_for_copy() {
  aws elasticache wait replication-group-available --replication-group-id "$1"
}

delete_copy() {
  aws elasticache delete-replication-group --replication-group-id "$1" >/dev/null
}
