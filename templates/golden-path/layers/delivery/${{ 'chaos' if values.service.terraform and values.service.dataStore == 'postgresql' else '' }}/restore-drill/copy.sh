# shellcheck shell=sh
# What a drill restores, as RDS knows it.
copy_is_there() {
  aws rds describe-db-instances --db-instance-identifier "$1" >/dev/null 2>&1
}

wait_for_copy() {
  aws rds wait db-instance-available --db-instance-identifier "$1"
}

delete_copy() {
  aws rds delete-db-instance --db-instance-identifier "$1" --skip-final-snapshot --delete-automated-backups >/dev/null
}
