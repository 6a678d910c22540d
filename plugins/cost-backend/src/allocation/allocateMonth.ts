import {
  Allocation,
  allocateListPriceInTurns,
} from '@plimsoll/plugin-cost-common';
import { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import type { AllocationSettings } from './AllocationSettings';
import { AssumedShares } from './AssumedShares';
import { hasBillLines } from './hasBillLines';
import { isSharedByRequests } from './isSharedByRequests';
import { keepConservation } from './keepConservation';
import { MonthWriter } from './MonthWriter';
import { readFacts } from './readFacts';
import { listBilledDays, readLines } from './readLines';
import { RequestsKnown } from './RequestsKnown';
import { UnownedWriter } from './UnownedWriter';

/**
 * Gives every charge of a billing month to somebody, and replaces what the
 * month was given before. Reads and writes in one transaction, in short steps
 * between which others have their turn.
 *
 * The list price of clusters stands only as long as no bill was read at all:
 * beside months of a bill it would look as if a service had become dearer.
 *
 * @param options.now - Unix milliseconds
 * @returns how many parts the month has
 */
export async function allocateMonth(options: {
  trx: Knex;
  billingMonth: string;
  settings: AllocationSettings;
  now: number;
}): Promise<number> {
  const { trx, billingMonth, settings } = options;
  const pace = Pace.create();
  const requests = (await isSharedByRequests({ trx, allocation: settings }))
    ? await RequestsKnown.read(options)
    : undefined;
  const days = await listBilledDays({ trx, billingMonth });
  const facts = await readFacts({ ...options, days, pace });
  const writer = await MonthWriter.create({ trx, billingMonth, pace });
  const assumed = AssumedShares.create();
  const unowned = await UnownedWriter.create({ trx, billingMonth, pace });
  if (days.length > 0 || (await hasBillLines(trx))) {
    const allocation = await pace.run(Allocation.create(facts));
    for await (const lines of readLines({ trx, billingMonth })) {
      await pace.rest();
      allocation.add(lines);
      await unowned.add(lines.filter(line => !allocation.hasOwner(line)));
      await pace.rest();
    }
    await unowned.finish();
    for (const costs of allocation.costs()) {
      await pace.rest();
      assumed.add(costs);
      await writer.add(costs);
    }
  } else {
    const { shares = [] } = facts;
    await writer.add(
      await pace.run(
        allocateListPriceInTurns({ ...settings, ...facts, shares }),
      ),
    );
  }
  const written = await writer.finish();
  await assumed.write({ trx, billingMonth, requests });
  await keepConservation({ trx, billingMonth, days, written, pace });
  return written.parts;
}
