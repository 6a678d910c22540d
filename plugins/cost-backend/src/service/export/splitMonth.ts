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
import { PartMatcher } from './PartMatcher';

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
  /** Services whose parts are asked for, beside what no service owns. */
  visible: ReadonlySet<string>;
}): Promise<AllocatedCost[] | undefined> {
  const { client, billingMonth, settings, visible } = options;
  const isPostgres = sqlDialectOf(client, { pluginId: 'cost' }) === 'postgres';
  return client.transaction(
    async trx => {
      const pace = Pace.create();
      const days = await listBilledDays({ trx, billingMonth });
      if (days.length === 0) {
        return undefined;
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
      const matcher = PartMatcher.create();
      for (const costs of fine.costs()) {
        matcher.add(costs);
        await pace.rest();
      }
      const matched: AllocatedCost[] = [];
      const isWanted = ({ entityRef }: AllocatedCost) =>
        entityRef === undefined || visible.has(entityRef);
      const keep = async (costs: readonly AllocatedCost[]) => {
        for (const cost of costs) {
          if (isWanted(cost)) {
            matched.push(cost);
          }
        }
        await pace.rest();
      };
      for (const costs of whole.costs()) {
        await keep(matcher.match(costs));
      }
      for (const costs of matcher.rest()) {
        await keep(costs);
      }
      return matched;
    },
    // all statements see the bill as it was when the first one began
    isPostgres ? { isolationLevel: 'repeatable read', readOnly: true } : {},
  );
}
