import { isoInstant } from '@plimsoll/plugin-slo-common';
import { patientTransaction } from '../database/patientTransaction';
import type { SloDatabase } from '../database/SloDatabase';
import { updateObjectives } from '../database/updateObjectives';
import type { ClaimedObjective } from './ClaimedObjective';
import type { ObjectiveQueue } from './ObjectiveQueue';
import type { StatusPayload } from './StatusPayload';
import { loadStatuses, saveStatuses } from './StatusStore';

/**
 * Says of an objective that its numbers could not be worked out, so that no old
 * state stands for the present one, and gives it back.
 *
 * @returns whether this is news: its status did not say so of this document
 */
export async function writeUnjudged(options: {
  database: SloDatabase;
  queue: ObjectiveQueue;
  lease: string;
  objective: ClaimedObjective;
  /** Unix seconds of the evaluation. */
  at: number;
  /** Unix seconds of the next one. */
  nextAt: number;
  /** Unix milliseconds. */
  now: number;
}): Promise<boolean> {
  const { database, queue, lease, objective, at, nextAt, now } = options;
  const { id, contentHash } = objective;
  return patientTransaction({ database }, async transaction => {
    const held = await queue.held(transaction, { lease, ids: [id] });
    if (!held.has(id)) {
      return false;
    }
    const previous = await loadStatuses({
      client: transaction,
      objectiveIds: [id],
    });
    const before = previous.get(id);
    await saveStatuses({
      client: transaction,
      statuses: [
        {
          objectiveId: id,
          payload: unjudged(objective),
          contentHash,
          part: { leftOut: 'not-measured' },
          evaluatedAt: at,
        },
      ],
      previous,
      now,
    });
    await updateObjectives({
      client: transaction,
      changes: new Map([
        [id, { due_at: nextAt, lease_owner: null, lease_until: null }],
      ]),
    });
    return (
      before?.payload.reason.code !== 'not-judged' ||
      before.contentHash !== contentHash
    );
  });
}

function unjudged({
  measuredFrom,
  measuredUpTo,
}: ClaimedObjective): StatusPayload {
  return {
    state: 'no-data',
    reason: { code: 'not-judged' },
    budget: {},
    burnRates: {},
    forecast: { kind: 'unknown' },
    coverage: 0,
    inconsistent: false,
    dataUpTo: measuredUpTo === undefined ? undefined : isoInstant(measuredUpTo),
    measuredFrom,
    faults: [],
    trend: [],
  };
}
