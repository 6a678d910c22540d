import { setImmediate as breathe } from 'node:timers/promises';
import type { Knex } from 'knex';
import { type FoldedService, foldService, type FoldRules } from './foldService';
import { readHistories } from './readHistories';
import { writeFacts } from './writeFacts';

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
  const folded: FoldedService[] = [];
  const failures: FoldFailure[] = [];
  for (const stored of await readHistories({ trx, entityRefs })) {
    try {
      const history = stored.parse();
      folded.push(foldService({ ...options, history }));
    } catch (error) {
      failures.push({ entityRef: stored.entityRef, error });
    }
    // requests wait for nobody's long history but one
    await breathe();
  }
  if (folded.length > 0) {
    await writeFacts({
      trx,
      now,
      services: folded,
      verdictWindowSeconds: rules.verdictWindowSeconds,
    });
  }
  return failures;
}
