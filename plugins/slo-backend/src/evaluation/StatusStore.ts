import {
  type SloState,
  stateRank,
  unixSeconds,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import type { DailyFigures } from './DailyFigures';
import type { StatusPayload } from './StatusPayload';
import { visibleChange } from './visibleChange';

/** A status as it was written last. */
export interface StoredStatus {
  payload: StatusPayload;
  daily?: DailyFigures;
  /** Of the objective that it was made for; absent: it was never evaluated. */
  contentHash?: string;
  /** Unix milliseconds of the last visible change. */
  changedAt: number;
}

/** A status to be written. */
export interface NewStatus {
  objectiveId: number;
  payload: StatusPayload;
  daily?: DailyFigures;
  contentHash: string;
  /** Unix seconds of the evaluation. */
  evaluatedAt: number;
}

interface StatusRow {
  objective_id: number;
  state: SloState;
  state_rank: number;
  remaining: number | null;
  burn_1h: number | null;
  payload: string;
  daily: string | null;
  content_hash: string | null;
  evaluated_at: number | string | null;
  data_up_to: number | string | null;
  changed_at: number | string;
}

/** The statuses of some objectives, by id. */
export async function loadStatuses(options: {
  client: Knex;
  objectiveIds: number[];
}): Promise<Map<number, StoredStatus>> {
  const rows: Array<
    Pick<
      StatusRow,
      'objective_id' | 'payload' | 'daily' | 'content_hash' | 'changed_at'
    >
  > = await options
    .client('slo_status')
    .select('objective_id', 'payload', 'daily', 'content_hash', 'changed_at')
    .whereIn('objective_id', options.objectiveIds);
  return new Map(
    rows.map(row => [
      row.objective_id,
      {
        payload: JSON.parse(row.payload),
        daily: row.daily === null ? undefined : JSON.parse(row.daily),
        contentHash: row.content_hash ?? undefined,
        changedAt: Number(row.changed_at),
      },
    ]),
  );
}

/**
 * Writes statuses in one statement. `changed_at` moves only when a reader
 * would see a difference.
 *
 * @param options.now - Unix milliseconds
 */
export async function saveStatuses(options: {
  client: Knex;
  statuses: NewStatus[];
  previous: Map<number, StoredStatus>;
  now: number;
}): Promise<void> {
  const { client, statuses, previous, now } = options;
  if (statuses.length === 0) {
    return;
  }
  const rows = statuses.map(status =>
    toRow(status, previous.get(status.objectiveId), now),
  );
  await client('slo_status').insert(rows).onConflict('objective_id').merge();
}

function toRow(
  status: NewStatus,
  before: StoredStatus | undefined,
  now: number,
): StatusRow {
  const { objectiveId, payload, daily, contentHash, evaluatedAt } = status;
  const remaining = payload.projected?.remaining ?? payload.budget.remaining;
  return {
    objective_id: objectiveId,
    state: payload.state,
    state_rank: stateRank(payload.state),
    remaining: remaining ?? null,
    burn_1h: payload.burnRates['1h'] ?? null,
    payload: JSON.stringify(payload),
    daily: daily === undefined ? null : JSON.stringify(daily),
    content_hash: contentHash,
    evaluated_at: evaluatedAt,
    data_up_to:
      payload.dataUpTo === undefined ? null : unixSeconds(payload.dataUpTo),
    changed_at:
      before && !visibleChange(before.payload, payload)
        ? before.changedAt
        : now,
  };
}
