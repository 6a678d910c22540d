import {
  type RollupPart,
  type SloState,
  stateRank,
  unixSeconds,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { briefPace } from '../database/briefPace';
import { type ColumnTypes, upsertRows } from '../database/upsertRows';
import { whereIdIn } from '../database/whereIdIn';
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
  /** What it gives to sums over several objectives. */
  part: RollupPart;
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
  sum_key: string | null;
  left_out: string | null;
  bad: number | null;
  total: number | null;
  coverage: number | null;
  raw_bad: number | null;
  raw_total: number | null;
}

const COLUMNS: ColumnTypes<Omit<StatusRow, 'daily'>> = {
  objective_id: 'integer',
  state: 'text',
  state_rank: 'integer',
  remaining: 'double precision',
  burn_1h: 'double precision',
  payload: 'text',
  content_hash: 'text',
  evaluated_at: 'bigint',
  data_up_to: 'bigint',
  changed_at: 'bigint',
  sum_key: 'text',
  left_out: 'text',
  bad: 'double precision',
  total: 'double precision',
  coverage: 'double precision',
  raw_bad: 'double precision',
  raw_total: 'double precision',
};

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
    .modify(whereIdIn, 'objective_id', options.objectiveIds);
  const statuses = new Map<number, StoredStatus>();
  const pace = briefPace();
  for (const row of rows) {
    statuses.set(row.objective_id, {
      payload: JSON.parse(row.payload),
      daily: row.daily === null ? undefined : JSON.parse(row.daily),
      contentHash: row.content_hash ?? undefined,
      changedAt: Number(row.changed_at),
    });
    await pace.rest();
  }
  return statuses;
}

/**
 * Writes statuses. `changed_at` moves only when a reader would see a
 * difference. The figures of the day, the longest text of a row, are written
 * when they are new: PostgreSQL leaves them where they are if they are not named.
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
  const fresh: StatusRow[] = [];
  const others: Array<Omit<StatusRow, 'daily'>> = [];
  const pace = briefPace();
  for (const status of statuses) {
    const before = previous.get(status.objectiveId);
    const { daily, ...row } = toRow(status, before, now);
    if (before && before.daily === status.daily) {
      others.push(row);
    } else {
      fresh.push({ ...row, daily });
    }
    await pace.rest();
  }
  const written = {
    client,
    table: 'slo_status',
    key: ['objective_id' as const],
  };
  await upsertRows({
    ...written,
    types: { ...COLUMNS, daily: 'text' },
    rows: fresh,
  });
  await upsertRows({ ...written, types: COLUMNS, rows: others });
}

function toRow(
  status: NewStatus,
  before: StoredStatus | undefined,
  now: number,
): StatusRow {
  const { objectiveId, payload, daily, contentHash, part, evaluatedAt } =
    status;
  const added = 'sumKey' in part ? part : undefined;
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
    sum_key: added?.sumKey ?? null,
    left_out: 'leftOut' in part ? part.leftOut : null,
    bad: added?.bad ?? null,
    total: added?.total ?? null,
    coverage: added?.coverage ?? null,
    raw_bad: added?.raw?.bad ?? null,
    raw_total: added?.raw?.total ?? null,
  };
}
