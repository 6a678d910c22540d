import type { IdentityHint } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';

/** What a sender says about the service that it means. */
export interface IdentityQuestion {
  /** Door it came through: `github`, `alertmanager`, ... */
  source: string;
  /** Names under which the sender knows the service, in any order. */
  hints: readonly IdentityHint[];
}

/** Which services are meant. */
export interface IdentityAnswer {
  /** Sorted; empty where nobody or nobody for certain is meant. */
  entityRefs: string[];
  /** Why a name could not be followed, and the mend. */
  reason?: string;
}

/**
 * Says which services of the catalog a sender means. What is ambiguous is
 * never guessed: it has no ref, and a reason that names the candidates.
 */
export interface IdentityResolver {
  /** Reads inside the caller's transaction. */
  resolve(options: IdentityQuestion & { trx: Knex }): Promise<IdentityAnswer>;
  /** Answers in the order of the questions; reads once for all of them. */
  resolveMany(options: {
    questions: readonly IdentityQuestion[];
    trx: Knex;
  }): Promise<IdentityAnswer[]>;
}
