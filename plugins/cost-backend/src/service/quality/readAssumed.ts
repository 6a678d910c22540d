import type { DataQuality } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import { monthsBetween } from '../../allocation/monthsBetween';

interface AssumedRow {
  name: string;
  shared_by: string;
  /** Empty where it is shared evenly. */
  of_month: string;
  first: string;
  last: string;
  /** How many there are, and of how many days of them it is assumed. */
  months: number | string;
  days: number | string;
}

/**
 * Pools and resources that are shared by what is not known of their days: as in
 * another month, or evenly.
 */
export async function readAssumed(
  client: Knex,
): Promise<DataQuality['deliveries']> {
  const rows: AssumedRow[] = await client('cost_assumed')
    .groupBy('name', 'shared_by', 'of_month')
    .orderBy(['name', 'shared_by', 'of_month'])
    .select('name', 'shared_by', 'of_month')
    .min({ first: 'billing_month' })
    .max({ last: 'billing_month' })
    .count({ months: 'billing_month' })
    .sum({ days: 'days' });
  return [...new Set(rows.map(({ name }) => name))].map(name => ({
    source: 'allocation',
    delivery: name,
    state: 'read',
    faults: rows.filter(row => row.name === name).map(toFault),
  }));
}

function toFault(
  row: AssumedRow,
): DataQuality['deliveries'][number]['faults'][number] {
  const { shared_by: sharedBy, of_month: ofMonth, days } = row;
  const span = spanOf(row);
  const isEven = ofMonth === '';
  return {
    rule: isEven ? `shared-evenly-not-by-${sharedBy}` : 'shared-as-other-month',
    severity: 'warning',
    message: isEven
      ? `nothing is known that these days could be shared by (${sharedBy}), in any month: they are shared evenly`
      : 'requests of these days are not known: they are shared as in the nearest month of which they are',
    count: Number(days),
    place: isEven ? span : `${span}, as in ${ofMonth.slice(0, 7)}`,
  };
}

/** The months: those between the first and the last may have requests. */
function spanOf(row: AssumedRow): string {
  const [first, last] = [row.first, row.last].map(month => month.slice(0, 7));
  const months = Number(row.months);
  if (months <= 2) {
    return first === last ? first : `${first}, ${last}`;
  }
  return monthsBetween(row.first, row.last) === months - 1
    ? `${first} to ${last}`
    : `${months} months between ${first} and ${last}`;
}
