#!/bin/sh
# Reads what was restored: every table can be counted, and there are rows.
set -u
# shellcheck disable=SC1090,SC1091
. "${SCRIPTS:-/scripts}/lib.sh"
# clean comes to its turn whatever happens here
trap 'exit 0' EXIT

[ ! -s "$DRILL/failure" ] || exit
read -r endpoint <"$DRILL/endpoint"
database=${DATABASE_URL##*/}
export PGHOST="$endpoint" PGPORT=5432 PGDATABASE="${database%%\?*}" PGSSLMODE=require
export PGUSER="$DATABASE_USER" PGPASSWORD="$DATABASE_PASSWORD" PGCONNECT_TIMEOUT=10

ask() {
  psql --no-psqlrc --tuples-only --no-align --set ON_ERROR_STOP=1 --command "$1"
}

tables=$(ask "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')") ||
  fail "$endpoint does not answer"
[ -n "$tables" ] || fail 'the backup holds no tables'
rows=0
IFS='
'
for table in $tables; do
  count=$(ask "select count(*) from $table") || fail "$table cannot be read"
  say "$table: $count rows"
  rows=$((rows + count))
done
[ "$rows" -gt 0 ] || fail 'the backup holds no rows'
date +%s >"$DRILL/read"
