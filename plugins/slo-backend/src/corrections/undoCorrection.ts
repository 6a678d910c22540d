import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  reasonFaults,
  sloCorrectPermission,
  type SloCorrection,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { patientTransaction } from '../database/patientTransaction';
import type { SloDatabase } from '../database/SloDatabase';
import { applyObjectiveScope } from '../permissions/ObjectiveScope';
import type { CorrectionAuthor } from './CorrectionAuthor';
import { correctionError } from './correctionErrors';
import { type CorrectionRow, toCorrection } from './CorrectionRow';
import { isCorrectable } from './isCorrectable';
import { makeDue } from './makeDue';
import { sliceSecondsIn } from './sliceSecondsIn';
import { whereConcerned } from './whereConcerned';

/**
 * Takes a correction back; who did and why is kept beside it.
 *
 * @param options.now - Unix milliseconds
 * @throws NotFoundError when the author sees no such correction
 * @throws NotAllowedError when the author may see but not correct the service
 * @throws InputError when the reason says nothing
 * @throws ConflictError when it was undone before
 */
export async function undoCorrection(options: {
  database: Pick<SloDatabase, 'client' | 'isShared'>;
  author: CorrectionAuthor;
  id: string;
  request: { reason: string };
  now: number;
}): Promise<SloCorrection> {
  const { database, author, id, request, now } = options;
  return patientTransaction({ database }, async trx => {
    const entityRef = await findService({ trx, author, id });
    if (
      !(await isCorrectable({
        client: trx,
        entityRef,
        scope: author.correctable,
      }))
    ) {
      throw new NotAllowedError(
        `You may not correct the budgets of ${entityRef}: ask its owners, or for the permission '${sloCorrectPermission.name}'`,
      );
    }
    const faults = reasonFaults(request.reason);
    if (faults.length > 0) {
      throw correctionError(faults);
    }
    const concerned: Array<{ id: number; definition: string }> =
      await whereConcerned({
        client: trx,
        query: trx('slo_objective as o').join(
          'slo_correction as c',
          'c.entity_ref',
          'o.entity_ref',
        ),
      })
        .where('c.id', id)
        .select('o.id', 'o.definition');
    await makeDue({
      trx,
      objectiveIds: concerned.map(objective => objective.id),
      now: Math.floor(now / 1000),
    });
    const [row]: CorrectionRow[] = await trx('slo_correction')
      .where({ id })
      .whereNull('undone_at')
      .update({
        undone_by: author.by,
        undone_at: now,
        undo_reason: request.reason.trim(),
      })
      .returning('*');
    if (!row) {
      throw new ConflictError(
        'This correction was undone before; there is nothing to take back',
      );
    }
    // of one objective that may have been removed since, as when it was created
    const [objective] = row.ref === null ? [] : concerned;
    return toCorrection(row, objective && sliceSecondsIn(objective));
  });
}

async function findService(options: {
  trx: Knex;
  author: CorrectionAuthor;
  id: string;
}): Promise<string> {
  const { trx, author, id } = options;
  const query = trx('slo_correction as c').where('c.id', id);
  applyObjectiveScope(query, {
    scope: author.readable,
    column: 'c.entity_ref',
  });
  const row: Pick<CorrectionRow, 'entity_ref'> | undefined = await query.first(
    'c.entity_ref',
  );
  if (!row) {
    throw new NotFoundError(
      `There is no correction ${id}, or you may not see it`,
    );
  }
  return row.entity_ref;
}
