import {
  BillRefusedError,
  type DescribedColumn,
} from '@plimsoll/plugin-cost-node';
import type { Knex } from 'knex';
import { identifier } from './identifier';

const NUMBER = /^(numeric|double precision|real|bigint|integer|smallint)/;
const INSTANT = /^(timestamp|date)/;

/** What a column must be, so that no row can be misread. */
const TYPES: ReadonlyArray<[names: string[], pattern: RegExp, mend: string]> = [
  [
    ['BilledCost', 'EffectiveCost', 'ContractedCost', 'ListCost'],
    NUMBER,
    'numeric',
  ],
  [['ConsumedQuantity'], NUMBER, 'numeric'],
  [
    ['ChargePeriodStart', 'ChargePeriodEnd', 'BillingPeriodStart'],
    INSTANT,
    'timestamp with time zone',
  ],
  [['Tags', 'AllocatedTags'], /^jsonb?$/, 'jsonb'],
];

const plain = (name: string) => name.toLowerCase().replaceAll('_', '');

/**
 * Columns of a table or view, with their types.
 *
 * @param options.table - `name` or `schema.name`
 * @throws BillRefusedError when there is none, or its types leave room for guesses
 */
export async function describeTable(options: {
  trx: Knex;
  table: string;
}): Promise<DescribedColumn[]> {
  const { trx, table } = options;
  const { rows } = await trx.raw(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type
     FROM pg_attribute
     WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped
     ORDER BY attnum`,
    [identifier(table)],
  );
  if (rows.length === 0) {
    throw BillRefusedError.of({
      rule: 'table-missing',
      place: table,
      message: `There is no table or view ${table} that this user may see: check 'table' and grant it SELECT`,
    });
  }
  const columns: DescribedColumn[] = rows.map(
    ({ name, type }: { name: string; type: string }) => ({
      name,
      type,
      sql: identifier(name, { isPath: false }),
    }),
  );
  for (const [names, pattern, mend] of TYPES) {
    const wrong = columns.find(
      ({ name, type }) =>
        names.some(one => plain(one) === plain(name)) &&
        !pattern.test(type ?? ''),
    );
    if (wrong) {
      throw BillRefusedError.of({
        rule: 'column-type',
        place: wrong.name,
        message: `${table} has ${wrong.name} as ${wrong.type}: make a view that casts it to ${mend}`,
      });
    }
  }
  return columns;
}
