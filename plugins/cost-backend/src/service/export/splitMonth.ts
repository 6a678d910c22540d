import {
  type AllocatedCost,
  Allocation,
  type AllocationFacts,
} from '@plimsoll/plugin-cost-common';
import { Pace, sqlDialectOf } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import type { AllocationSettings } from '../../allocation/AllocationSettings';
import { readFacts } from '../../allocation/readFacts';
import { listBilledDays, readLines } from '../../allocation/readLines';
import { matchParts } from './matchParts';

/**
 * Splits a billing month as pages show it, with the account and the product of
 * each part, which pages do not need. In short steps: others have their turn.
 *
 * @returns nothing for a month without a bill
 */
export async function splitMonth(options: {
  client: Knex;
  billingMonth: string;
  settings: AllocationSettings;
}): Promise<AllocatedCost[]> {
  const { client, billingMonth, settings } = options;
  const isPostgres = sqlDialectOf(client, { pluginId: 'cost' }) === 'postgres';
  return client.transaction(
    async trx => {
      const pace = Pace.create();
      const days = await listBilledDays({ trx, billingMonth });
      if (days.length === 0) {
        return [];
      }
      const facts = await readFacts({ ...options, settings, trx, days, pace });
      const whole = await pace.run(Allocation.create(facts));
      const fine = await pace.run(
        Allocation.create({
          ...facts,
          keepCharge: true,
        } satisfies AllocationFacts),
      );
      for await (const lines of readLines({ trx, billingMonth })) {
        whole.add(lines);
        await pace.rest();
        fine.add(lines);
        await pace.rest();
      }
      return matchParts({
        whole: await collect(whole, pace),
        fine: await collect(fine, pace),
      });
    },
    // all statements see the bill as it was when the first one began
    isPostgres ? { isolationLevel: 'repeatable read', readOnly: true } : {},
  );
}

async function collect(
  allocation: Allocation,
  pace: Pace,
): Promise<AllocatedCost[]> {
  const all: AllocatedCost[] = [];
  for (const costs of allocation.costs()) {
    for (const cost of costs) {
      all.push(cost);
    }
    await pace.rest();
  }
  return all;
}
