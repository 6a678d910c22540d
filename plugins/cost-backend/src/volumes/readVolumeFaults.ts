import type { DataQuality } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';

/** What the SLO plugin could not be asked: unit costs are without it. */
export async function readVolumeFaults(
  client: Knex,
): Promise<DataQuality['deliveries']> {
  const [{ failing }] = await client('cost_counted')
    .whereNotNull('error')
    .count({ failing: '*' });
  const first = await client('cost_counted')
    .whereNotNull('error')
    .orderBy(['entity_ref', 'unit'])
    .first('entity_ref', 'unit', 'error');
  const count = Number(failing);
  if (!first) {
    return [];
  }
  const others = count > 1 ? ` and of ${count - 1} more` : '';
  const message =
    `The SLO plugin does not say how many ${first.unit} there were of ${first.entity_ref}${others}, ` +
    `it is asked again: ${first.error}`;
  return [
    {
      source: 'slo',
      delivery: 'volume',
      state: 'failing',
      message,
      faults: [{ rule: 'no-volume', severity: 'warning', message, count }],
    },
  ];
}
