import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  correctionFaults,
  correctionRange,
  type CreateCorrectionRequest,
  sloCorrectPermission,
  type SloCorrection,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { patientTransaction } from '../database/patientTransaction';
import type { SloDatabase } from '../database/SloDatabase';
import { visibleObjectives } from '../service/visibleObjectives';
import type { CorrectionAuthor } from './CorrectionAuthor';
import { correctionError } from './correctionErrors';
import { type CorrectionRow, toCorrection } from './CorrectionRow';
import { isCorrectable } from './isCorrectable';
import { makeDue } from './makeDue';
import { sliceSecondsIn } from './sliceSecondsIn';

/** More would be no corrections any more, and each costs every evaluation. */
const MAX_HELD = 200;
/** What ended longer ago is in no window that is judged every minute. */
const COUNTED_SECONDS = 400 * 86_400;

/**
 * Excludes a stretch of time from the budgets of a service, or of one of its
 * objectives.
 *
 * @param options.now - Unix milliseconds
 * @throws NotFoundError when the author sees no such objective
 * @throws NotAllowedError when the author may see but not correct it
 * @throws InputError when the stretch or the reason cannot be; it names the
 * fields
 * @throws ConflictError when the service has too many corrections, or this one
 */
export async function createCorrection(options: {
  database: Pick<SloDatabase, 'client' | 'isShared'>;
  author: CorrectionAuthor;
  request: CreateCorrectionRequest;
  now: number;
}): Promise<SloCorrection> {
  const { database, author, request, now } = options;
  const entityRef = request.entityRef.toLocaleLowerCase('en-US');
  const { objective } = request;
  const ref = objective?.ref.toLocaleLowerCase('en-US');
  const seconds = Math.floor(now / 1000);
  const asked = {
    from: Date.parse(request.from) / 1000,
    to: Date.parse(request.to) / 1000,
  };
  return patientTransaction({ database }, async trx => {
    const known: Array<{ id: number; definition: string }> =
      await visibleObjectives({
        client: trx,
        scope: author.readable,
      })
        .where({
          'o.entity_ref': entityRef,
          ...(objective && {
            'o.ref': ref,
            'o.objective': objective.objective,
          }),
        })
        .select('o.id', 'o.definition');
    if (known.length === 0) {
      throw new NotFoundError(
        objective
          ? `There is no objective '${objective.objective}' of ${ref} on ${entityRef}, or you may not see it`
          : `There is no objective on ${entityRef}, or you may not see it`,
      );
    }
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
    const reason = request.reason.trim();
    const faults = correctionFaults({ ...asked, reason, now: seconds });
    if (faults.length > 0) {
      throw correctionError(faults);
    }
    const objectiveIds = known.map(({ id }) => id);
    // holds them first, so that two at once count each other
    await makeDue({ trx, objectiveIds, now: seconds });
    await assertFew(trx, { entityRef, now: seconds });
    const { from, to } = correctionRange(asked);
    const subject = {
      entity_ref: entityRef,
      ref: ref ?? null,
      objective: objective?.objective ?? null,
      from_at: from,
      to_at: to,
    };
    await assertNew(trx, subject);
    const [row]: CorrectionRow[] = await trx('slo_correction')
      .insert({
        ...subject,
        reason,
        created_by: author.by,
        created_at: now,
      })
      .returning('*');
    return toCorrection(row, objective && sliceSecondsIn(known[0]));
  });
}

/** An answer that was lost, and the same asked again, are one correction. */
async function assertNew(
  trx: Knex,
  subject: Pick<
    CorrectionRow,
    'entity_ref' | 'ref' | 'objective' | 'from_at' | 'to_at'
  >,
): Promise<void> {
  const same: CorrectionRow | undefined = await trx('slo_correction')
    .where(subject)
    .whereNull('undone_at')
    .first();
  if (same) {
    throw new ConflictError(
      `This is excluded already, by correction ${same.id}; undo that one to give another reason`,
    );
  }
}

async function assertFew(
  trx: Knex,
  options: { entityRef: string; now: number },
): Promise<void> {
  const { entityRef, now } = options;
  const [{ held }] = await trx('slo_correction')
    .where('entity_ref', entityRef)
    .where('to_at', '>', now - COUNTED_SECONDS)
    .whereNull('undone_at')
    .count({ held: '*' });
  if (Number(held) >= MAX_HELD) {
    throw new ConflictError(
      `${entityRef} has ${MAX_HELD} corrections, more than anybody can follow; undo some, or exclude longer stretches at once`,
    );
  }
}
