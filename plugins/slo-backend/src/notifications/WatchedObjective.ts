import { type SloState, unixSeconds } from '@plimsoll/plugin-slo-common';
import type { StatusPayload } from '../evaluation/StatusPayload';
import type { KnownDefinition } from '../objectives/CatalogObjective';
import type { BudgetStanding } from './BudgetStanding';
import type { DataStanding } from './DataStanding';

/** How far owners have been told of one objective. Times are Unix seconds. */
export interface Watch {
  objectiveId: number;
  definitionHash: string;
  watchedSince: number;
  /** False: what it stands at is where it starts from, not news. */
  isSettled: boolean;
  budget: BudgetStanding;
  data: DataStanding;
}

/** An objective, its status, and how far its owners have been told. */
export interface WatchedObjective {
  ref: string;
  objective: string;
  entityRef: string;
  displayName: string;
  definition: KnownDefinition;
  state: SloState;
  status: StatusPayload;
  /** Unix seconds. */
  evaluatedAt: number;
  /** End of what was measured, Unix seconds. */
  dataUpTo?: number;
  watch: Watch;
}

/** A row of `slo_watch`. */
export interface WatchRow {
  objective_id: number;
  definition_hash: string;
  watched_since: number | string;
  settled: boolean | number;
  level: number;
  episode: number | string;
  ends_at: number | string | null;
  silent_since: number | string | null;
  data_since: number | string | null;
}

/** A row of `slo_watch` with what is known of its objective. */
export interface WatchedRow extends WatchRow {
  ref: string;
  objective: string;
  entity_ref: string;
  display_name: string;
  definition: string;
  state: SloState;
  payload: string;
  evaluated_at: number | string;
}

export function watchedObjective(row: WatchedRow): WatchedObjective {
  const status: StatusPayload = JSON.parse(row.payload);
  return {
    ref: row.ref,
    objective: row.objective,
    entityRef: row.entity_ref,
    displayName: row.display_name,
    definition: JSON.parse(row.definition),
    state: row.state,
    status,
    evaluatedAt: Number(row.evaluated_at),
    dataUpTo:
      status.dataUpTo === undefined ? undefined : unixSeconds(status.dataUpTo),
    watch: {
      objectiveId: row.objective_id,
      definitionHash: row.definition_hash,
      watchedSince: Number(row.watched_since),
      isSettled: Boolean(row.settled),
      budget: {
        level: row.level,
        episode: Number(row.episode),
        endsAt: numberOf(row.ends_at),
      },
      data: {
        silentSince: numberOf(row.silent_since),
        dataSince: numberOf(row.data_since),
      },
    },
  };
}

export function toWatchRow(watch: Watch): WatchRow {
  const { budget, data } = watch;
  return {
    objective_id: watch.objectiveId,
    definition_hash: watch.definitionHash,
    watched_since: watch.watchedSince,
    settled: watch.isSettled,
    level: budget.level,
    episode: budget.episode,
    ends_at: budget.endsAt ?? null,
    silent_since: data.silentSince ?? null,
    data_since: data.dataSince ?? null,
  };
}

function numberOf(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
