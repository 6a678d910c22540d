import { addDays, countDays, listDays } from '@plimsoll/plugin-cost-common';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import type { AllocationSettings } from '../allocation/AllocationSettings';
import { readPages } from '../database/readPages';
import { commonCompleteTo } from '../service/state/commonCompleteTo';
import { ChargeSums } from './ChargeSums';
import type { DayRange } from './DayRange';
import { LOOKED_AT_DAYS } from './monthOfDays';
import { onDemandSpend } from './onDemandSpend';
import { readMonthlyCosts } from './readMonthlyCosts';
import { readResourceKeys } from './readResourceKeys';
import type { SavingFacts } from './SavingFacts';
import { spotRatios } from './spotRatios';

/**
 * Reads what the last 28 complete days of the bill cost, in one currency, a
 * page at a time.
 */
export async function readSavingFacts(options: {
  client: Knex;
  settings: AllocationSettings;
  pace: Pace;
}): Promise<SavingFacts> {
  const { client, settings, pace } = options;
  const ends = await readEnds(client);
  const completeTo = commonCompleteTo(ends);
  if (!completeTo) {
    return {
      days: 0,
      costs: [],
      resources: [],
      onDemand: [],
      spotRatios: new Map(),
    };
  }
  const range = {
    from: addDays(completeTo, 1 - LOOKED_AT_DAYS),
    to: addDays(completeTo, 1),
  };
  const { currency } = settings;
  const costs = await readMonthlyCosts({ client, currency, range, pace });
  const sums = ChargeSums.create(await readResourceKeys(options));
  await addLines({ client, currency, range, pace, sums });
  return {
    days: countDays(range.from, range.to),
    completeTo,
    allCompleteTo: ends[0],
    costs,
    resources: await pace.run(sums.resources()),
    onDemand: await pace.run(
      onDemandSpend({ charges: sums.machines(), ...range }),
    ),
    spotRatios: await pace.run(spotRatios(sums.machines())),
  };
}

/** Last complete day of each source, the slowest first. */
async function readEnds(client: Knex): Promise<string[]> {
  return client('cost_source')
    .where('kind', 'bill')
    .whereNotNull('complete_to')
    .orderBy('complete_to')
    .pluck('complete_to');
}

/** Day by day: an index brings the lines of each. */
async function addLines(options: {
  client: Knex;
  currency: string;
  range: DayRange;
  pace: Pace;
  sums: ChargeSums;
}): Promise<void> {
  const { client, currency, range, pace, sums } = options;
  for (const day of listDays(range.from, range.to)) {
    for await (const rows of readPages<{
      key_id: string;
      effective: string;
      hours: number | null;
    }>({
      client,
      query: client('cost_line')
        .where({ day, currency })
        .where('kind', 'usage')
        .select(
          'key_id',
          client.raw('cast(effective as text) as effective'),
          client.raw(
            "case when lower(unit) in ('h', 'hr', 'hrs', 'hour', 'hours') then quantity end as hours",
          ),
        ),
    })) {
      for (const { key_id: keyId, effective, hours } of rows) {
        sums.add({
          keyId,
          day,
          effective: BigInt(effective),
          ...(hours !== null && { hours: Number(hours) }),
        });
      }
      await pace.rest();
    }
  }
}
