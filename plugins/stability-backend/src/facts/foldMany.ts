import { setImmediate as breathe } from 'node:timers/promises';
import type { Knex } from 'knex';
import { FactsChanges } from './FactsChanges';
import { foldService, type FoldRules } from './foldService';
import { readHistories } from './readHistories';

/** A service whose history could not be folded. */
export interface FoldFailure {
  entityRef: string;
  error: unknown;
}

/**
 * Makes the facts of some services anew in the caller's transaction, which
 * holds their marks. A history that cannot be folded leaves that service's last
 * facts in place and never stops the others.
 *
 * @param options.now - Unix milliseconds
 * @returns services that failed; their marks stay
 */
export async function foldMany(
  options: FoldRules & {
    trx: Knex;
    entityRefs: readonly string[];
    now: number;
  },
): Promise<FoldFailure[]> {
  const { trx, entityRefs, now, rules } = options;
  const { verdictWindowSeconds } = rules;
  const failures: FoldFailure[] = [];
  const changes = await FactsChanges.read({ trx, entityRefs });
  for (const stored of await readHistories({ trx, entityRefs })) {
    try {
      const history = stored.parse();
      const service = await foldService({ ...options, history });
      changes.add({ service, now, verdictWindowSeconds });
    } catch (error) {
      failures.push({ entityRef: stored.entityRef, error });
    }
    await breathe();
  }
  await changes.write();
  return failures;
}
