import type { FocusDialect } from './FocusDialect';
import { NULL_WORDS } from './groupChargesSql';
import { tagKeys } from './tagKeys';

/** Columns by which {@link foldChargesSql} groups and orders. @public */
export const FOLDED_COLUMNS = [
  'billing_month',
  'billing_account',
  'currency',
  'day',
  'charge_category',
  'is_correction',
  'is_refund',
  'sub_account',
  'service_name',
  'provider',
  'service_category',
  'resource_id',
  'resource_name',
  'resource_type',
  'region',
  'sku',
  'commitment_status',
  'pricing',
  'is_split',
  'tags',
] as const;

/** Columns of {@link foldChargesSql}, in their order. @public */
export const LINE_COLUMNS = [
  ...FOLDED_COLUMNS,
  'billed',
  'effective',
  'contracted',
  'list',
  'quantity',
  'unit',
] as const;

/** What lines of several days have in common, in order. @public */
export const HEAD_COLUMNS = FOLDED_COLUMNS.filter(name => name !== 'day');

/** What is of one day alone, in order. @public */
export const DAY_COLUMNS = [
  'day',
  'billed',
  'effective',
  'contracted',
  'list',
  'quantity',
  'unit',
] as const;

const COLUMN_NUMBERS = FOLDED_COLUMNS.map((_, index) => index + 1).join(', ');

/** A text as it was meant. */
const clean = (name: string) =>
  `CASE WHEN ${name} IN ${NULL_WORDS} THEN NULL ELSE ${name} END`;

/**
 * A statement that makes one row of each line that a bill will have. The order
 * is total, so that the same bill gives the same lines, to the last digit.
 *
 * @param options.charges - table with the rows of {@link groupChargesSql}
 * @param options.grouped - that statement, where there is no such table
 * @param options.tags - names of the tags to keep
 * @param options.isOrdered - false where who asks orders by
 * {@link FOLDED_COLUMNS} itself
 * @public
 */
export function foldChargesSql(options: {
  charges: string;
  grouped?: string;
  dialect: FocusDialect;
  tags: readonly string[];
  isOrdered?: boolean;
}): string {
  const { charges, grouped, dialect, tags, isOrdered = true } = options;
  const kept =
    tags.length === 0 ? "'{}'" : dialect.keptTags('tags', tags.map(tagKeys));
  const periodDay = dialect.utcDay('period_start');
  const month = `COALESCE(${dialect.month(periodDay)}, ${dialect.month(
    'charge_day',
  )})`;
  const day = `COALESCE(${dialect.validDay('charge_day')}, ${month})`;
  const keys: Record<(typeof FOLDED_COLUMNS)[number], string> = {
    billing_month: month,
    billing_account: clean('billing_account'),
    currency: `upper(${clean('currency')})`,
    day,
    charge_category: clean('charge_category'),
    is_correction: `CASE WHEN charge_class = 'Correction' THEN 1 ELSE 0 END`,
    is_refund: `CASE WHEN says_refund = 1 OR (charge_class = 'Correction' AND is_negative = 1
      AND charge_category IN ('Usage', 'Purchase', 'Adjustment')) THEN 1 ELSE 0 END`,
    sub_account: clean('sub_account'),
    service_name: clean('service_name'),
    provider: clean('provider'),
    service_category: clean('service_category'),
    resource_id: clean('resource_id'),
    resource_name: clean('resource_name'),
    resource_type: clean('resource_type'),
    region: clean('region'),
    sku: clean('sku'),
    commitment_status: clean('commitment_status'),
    pricing: clean('pricing'),
    is_split: 'is_split',
    tags: 'kept.kept',
  };
  const sum = (name: string) =>
    `${dialect.decimalText(`COALESCE(SUM(${name}), 0)`)} AS ${name}`;
  const first = grouped ? `${charges} AS MATERIALIZED (${grouped}),\n` : '';
  return `WITH ${first}kept AS (
  SELECT tags AS tags_text, ${kept} AS kept
  FROM (SELECT DISTINCT tags FROM ${charges}
    WHERE tags IS NOT NULL AND ${dialect.isJsonObject('tags')}) AS known
)
SELECT ${FOLDED_COLUMNS.map(name => `${keys[name]} AS ${name}`).join(',\n  ')},
  ${['billed', 'effective', 'contracted', 'list'].map(sum).join(', ')},
  SUM(quantity) AS quantity,
  CASE WHEN MIN(unit) = MAX(unit) THEN MIN(unit) END AS unit
FROM (SELECT c.*, k.kept FROM ${charges} AS c
  LEFT JOIN kept AS k ON k.tags_text = c.tags) AS kept
GROUP BY ${COLUMN_NUMBERS}${isOrdered ? ` ORDER BY ${COLUMN_NUMBERS}` : ''}`;
}
