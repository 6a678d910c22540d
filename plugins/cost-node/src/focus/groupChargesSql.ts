import { POOL_RESOURCES } from '@plimsoll/plugin-cost-common';
import type { FocusDialect } from './FocusDialect';
import type { DescribedColumn, FocusTable } from './FocusTable';

/** Words that exporters write for nothing. */
export const NULL_WORDS = "('', 'NULL', 'null', 'None')";

/** Typed instants are in UTC; those that are texts should say so. */
const isText = (column: DescribedColumn | undefined) =>
  column?.type === undefined || /^(varchar|text)/i.test(column.type);

const COSTS = [
  ['billed', 'BilledCost'],
  ['effective', 'EffectiveCost'],
  ['contracted', 'ContractedCost'],
  ['list', 'ListCost'],
] as const;

/**
 * A statement that reads every row once and sums those that differ in nothing
 * that matters. Texts stay as they are written: what is dear to understand is
 * understood once for each group, by {@link foldChargesSql} and
 * {@link countFaultsSql}.
 *
 * @param options.from - table, view, or function that reads files
 * @public
 */
export function groupChargesSql(options: {
  table: FocusTable;
  dialect: FocusDialect;
  from: string;
}): string {
  const { table, dialect, from } = options;
  const text = (...names: string[]) => {
    const columns = names.flatMap(name => table.column(name) ?? []);
    const texts = columns
      .map(column => dialect.text(column))
      .map(one =>
        table.isOwnSplit
          ? `CASE WHEN ${one} LIKE '''%' THEN substr(${one}, 2) ELSE ${one} END`
          : one,
      );
    return texts.length < 2
      ? texts[0] ?? 'CAST(NULL AS VARCHAR(1))'
      : // the first that says something
        `COALESCE(${texts
          .map(
            one =>
              `CASE WHEN ${one} IN ${NULL_WORDS} THEN NULL ELSE ${one} END`,
          )
          .join(', ')})`;
  };
  const decimal = (name: string) => {
    const column = table.column(name);
    return column ? dialect.decimal(column) : 'NULL';
  };
  const consumed = table.column('ConsumedQuantity');
  const isSet = (name: string) =>
    table.column(name)
      ? `CASE WHEN ${text(name)} IS NULL THEN 0 WHEN ${text(
          name,
        )} IN ${NULL_WORDS} THEN 0 ELSE 1 END`
      : '0';
  /** What our own export has on a line of the totals has no resource there. */
  const withPools = (resource: string) =>
    table.isOwnSplit
      ? `CASE ${text('x_Pool')} ${POOL_RESOURCES.map(
          ([pool, id]) => `WHEN '${pool}' THEN '${id}'`,
        ).join(' ')} ELSE ${resource} END`
      : resource;
  const keys: Array<[name: string, sql: string]> = [
    ['billing_account', text('BillingAccountId')],
    ['sub_account', text('SubAccountId')],
    ['service_name', text('ServiceName')],
    [
      'provider',
      text('ServiceProviderName', 'ProviderName', 'InvoiceIssuerName'),
    ],
    ['service_category', text('ServiceCategory')],
    ['resource_id', withPools(text('AllocatedResourceId', 'ResourceId'))],
    ['resource_name', text('AllocatedResourceName', 'ResourceName')],
    ['resource_type', text('ResourceType')],
    ['region', text('RegionId', 'RegionName')],
    ['sku', text('SkuId', 'ChargeDescription')],
    ['tags', text('AllocatedTags', 'Tags')],
    ['commitment_status', text('CommitmentDiscountStatus')],
    ['has_commitment', isSet('CommitmentDiscountId')],
    ['pricing', text('PricingCategory')],
    ['is_split', isSet('AllocatedMethodId')],
    ['charge_category', text('ChargeCategory')],
    ['charge_class', text('ChargeClass')],
    ['currency', text('BillingCurrency')],
    // a few texts in a whole bill: read as days once for each group
    ['period_start', text('BillingPeriodStart')],
    ['unit', text('ConsumedUnit')],
    ['charge_day', dialect.utcDay('charge_start')],
    [
      'says_refund',
      table.column('ChargeDescription')
        ? `CASE WHEN charge_category = 'Usage' THEN 0
          WHEN charge_category IN ('Credit', 'Adjustment') AND lower(description) LIKE '%refund%' THEN 1 ELSE 0 END`
        : '0',
    ],
    [
      'is_negative',
      'CASE WHEN billed > 0 THEN 0 WHEN billed < 0 OR (billed = 0 AND effective < 0) THEN 1 ELSE 0 END',
    ],
  ];
  const derived = new Set(['charge_day', 'says_refund', 'is_negative']);
  const read = [
    ...keys.filter(([name]) => !derived.has(name)),
    ['charge_start', text('ChargePeriodStart')],
    ['charge_end', text('ChargePeriodEnd')],
    ['description', text('ChargeDescription')],
    [
      'quantity',
      consumed ? dialect.double(consumed) : 'CAST(NULL AS DOUBLE PRECISION)',
    ],
    ...COSTS.flatMap(([name, column]) => [
      [name, decimal(column)],
      [`${name}_text`, text(column)],
    ]),
  ];
  const count = (condition: string) =>
    `COUNT(CASE WHEN ${condition} THEN 1 END)`;
  /** What is dear, or rare, is only asked of rows of which it may be true. */
  const countWithin = (outer: string, condition: string) =>
    `COUNT(CASE WHEN ${outer} THEN CASE WHEN ${condition} THEN 1 END END)`;
  const unreadable = COSTS.map(
    ([name]) =>
      `(${name} IS NULL AND ${name}_text IS NOT NULL AND ${name}_text NOT IN ${NULL_WORDS})`,
  );
  const sums: Array<[name: string, sql: string]> = [
    ['n', 'COUNT(*)'],
    ...COSTS.map(([name]): [string, string] => [name, `SUM(${name})`]),
    ['quantity', 'SUM(quantity)'],
    [
      'n_unreadable',
      countWithin(
        COSTS.map(([name]) => `${name} IS NULL`).join(' OR '),
        unreadable.join(' OR '),
      ),
    ],
    ...COSTS.map(([name]): [string, string] => [`n_${name}`, `COUNT(${name})`]),
    ['n_list_below', countWithin('list < contracted', 'list >= 0')],
    ['n_not_effective', countWithin('effective = 0', 'billed > 0')],
    [
      'n_charged_twice',
      countWithin(
        'has_commitment = 1',
        `CASE charge_category WHEN 'Purchase' THEN effective ELSE billed END <> 0`,
      ),
    ],
    [
      'n_no_zone',
      isText(table.column('ChargePeriodStart'))
        ? count(
            `length(charge_start) = 16 OR (length(charge_start) = 19 AND substr(charge_start, 17, 1) = ':')`,
          )
        : '0',
    ],
    ['n_ends_early', count('charge_end <= charge_start')],
  ];
  return `SELECT ${[
    ...keys.map(([name, sql]) =>
      derived.has(name) ? `${sql} AS ${name}` : name,
    ),
    ...sums.map(([name, sql]) => `${sql} AS ${name}`),
  ].join(',\n  ')}
FROM (SELECT ${read.map(([name, sql]) => `${sql} AS ${name}`).join(',\n  ')}
FROM ${from}) AS charge_row
GROUP BY ${keys.map((_, index) => index + 1).join(', ')}`;
}
