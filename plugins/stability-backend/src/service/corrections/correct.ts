import { randomUUID } from 'node:crypto';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  type Correction,
  stabilityVerdictWritePermission,
} from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import { applyServiceScope, type ServiceScope } from '@plimsoll/service-index';
import { foldMany } from '../../facts/foldMany';
import { canonicalJson } from '../../observations/contentHash';
import { markDirty } from '../../observations/markDirty';
import type { StabilityContext } from '../StabilityContext';

const MIN_REASON = 10;

/** On whose word a correction rests. */
export interface CorrectionAuthor {
  /** Ref of the person, or subject of the service. */
  by: string;
  /** What the author may see. */
  readable: ServiceScope;
  /** Services whose verdicts the author may correct. */
  correctable: ServiceScope;
}

/** What is said, without when and by whom. */
export type NewCorrection = Pick<
  Correction,
  'entityRef' | 'deploymentId' | 'runIds' | 'reason' | 'change'
>;

/**
 * Keeps a person's word and makes the service's facts anew, in the caller's
 * transaction: who is answered sees what the word changed.
 *
 * @throws NotAllowedError when the author may not correct this service
 * @throws InputError when the reason says nothing
 */
export async function correct(options: {
  context: StabilityContext;
  trx: Knex;
  author: CorrectionAuthor;
  correction: NewCorrection;
}): Promise<void> {
  const { context, trx, author, correction } = options;
  const { entityRef } = correction;
  await assertCorrectable({ trx, entityRef, scope: author.correctable });
  const reason = correction.reason.trim();
  if (reason.length < MIN_REASON) {
    throw new InputError(
      `Say in at least ${MIN_REASON} characters why, so that a colleague can agree`,
    );
  }
  const now = context.now();
  // holds the service, so that nobody folds it at the same time
  await markDirty({ trx, entityRefs: [entityRef], now });
  // clocks of replicas differ, and the later word counts
  const [{ last }] = await trx('stability_correction')
    .where('entity_ref', entityRef)
    .max({ last: 'at' });
  const at = Math.max(now, Number(last ?? 0) + 1);
  const id = randomUUID();
  const said: Correction = {
    ...correction,
    reason,
    kind: 'correction',
    id,
    at: new Date(at).toISOString(),
    by: author.by,
  };
  await trx('stability_correction').insert({
    id,
    entity_ref: entityRef,
    at,
    content: canonicalJson(said),
  });
  const [failure] = await foldMany({
    ...context,
    trx,
    entityRefs: [entityRef],
    now,
  });
  if (failure) {
    throw failure.error;
  }
}

async function assertCorrectable(options: {
  trx: Knex;
  entityRef: string;
  scope: ServiceScope;
}): Promise<void> {
  const { trx, entityRef, scope } = options;
  const query = trx('stability_facts as f').where('f.entity_ref', entityRef);
  applyServiceScope(query, { scope, column: 'f.entity_ref' });
  if (!(await query.first('f.entity_ref'))) {
    throw new NotAllowedError(
      `You may not correct what is said of ${entityRef}: ask its owners, or for the permission '${stabilityVerdictWritePermission.name}'`,
    );
  }
}
