import {
  BUCKET_SECONDS,
  isoInstant,
  rollupPart,
  type SourceHealth,
} from '@plimsoll/plugin-slo-common';
import { enqueueBackfill } from '../backfill/BackfillQueue';
import { patientTransaction } from '../database/patientTransaction';
import type { SloDatabase } from '../database/SloDatabase';
import {
  type ObjectiveChange,
  updateObjectives,
} from '../database/updateObjectives';
import type { LedgerReading } from '../ledger/LedgerReading';
import { lockObjectives } from '../ledger/lockObjectives';
import { type Recorded, recordReadings } from '../ledger/recordReadings';
import type { ClaimedObjective } from './ClaimedObjective';
import { composeStatuses } from './composeStatuses';
import { openStretches } from './openStretches';
import type { FreshReading } from './readObjectives';
import type { StatusInput } from './StatusDraft';
import { loadStatuses, saveStatuses, type StoredStatus } from './StatusStore';

/** @see writeEvaluation */
export interface WriteEvaluationOptions {
  database: SloDatabase;
  lease: string;
  objectives: ClaimedObjective[];
  /** Of the objectives that the source was asked for. */
  readings: Map<number, FreshReading>;
  health: SourceHealth;
  /** Unix seconds of the evaluation. */
  at: number;
  /** Unix seconds of the next one. */
  nextAt: number;
  /** Unix milliseconds. */
  now: number;
}

/**
 * Records readings, judges and writes the statuses of some objectives, and
 * gives them back, all or nothing. Objectives that another replica took over
 * meanwhile are left to it.
 *
 * @returns how many objectives were evaluated
 */
export async function writeEvaluation(
  options: WriteEvaluationOptions,
): Promise<number> {
  const { database, lease, at } = options;
  return patientTransaction({ database }, async transaction => {
    const locked = await lockObjectives(
      transaction,
      options.objectives.map(({ id }) => id),
    );
    const objectives = options.objectives.filter(({ id }) => {
      const now = locked.get(id);
      return now?.lease === lease && !now.isRemoved;
    });
    const recorded = await recordReadings({
      readings: objectives.flatMap(objective =>
        ledgerReading(objective, options),
      ),
      transaction,
      locked,
    });
    const read = objectives.filter(({ id }) => recorded.has(id));
    // measured with a definition that was replaced while the source was asked
    const isOutdated = ({ id }: ClaimedObjective) =>
      isRead(options.readings.get(id)) && !recorded.has(id);
    const current = objectives.filter(objective => !isOutdated(objective));

    const previous = await loadStatuses({
      client: transaction,
      objectiveIds: current.map(({ id }) => id),
    });
    const statuses = await composeStatuses({
      client: transaction,
      inputs: current
        .filter(
          objective =>
            !isKnownDown(objective, previous.get(objective.id), options.health),
        )
        .map(objective =>
          inputOf(objective, recorded.get(objective.id), options),
        ),
      previous,
      now: at,
    });
    await saveStatuses({
      client: transaction,
      statuses: current.flatMap(({ id, contentHash, definition }) => {
        const status = statuses.get(id);
        return status
          ? [
              {
                objectiveId: id,
                payload: status.payload,
                daily: status.daily,
                contentHash,
                part: rollupPart({
                  definition,
                  status: status.payload,
                  at: status.at,
                }),
                evaluatedAt: status.at,
              },
            ]
          : [];
      }),
      previous,
      now: options.now,
    });

    await enqueueBackfill({
      client: transaction,
      stretches: openStretches({
        objectives: read,
        readings: options.readings,
      }),
      now: at,
    });
    await updateObjectives({
      client: transaction,
      changes: new Map(
        objectives.map(objective => [
          objective.id,
          {
            ...recorded.get(objective.id)?.change,
            ...(recorded.has(objective.id) && readUpTo(objective, at)),
            ...(!isOutdated(objective) && { due_at: options.nextAt }),
            lease_owner: null,
            lease_until: null,
          },
        ]),
      ),
    });
    return current.length;
  });
}

/** Up to where the source was asked; history is asked for from here on back. */
function readUpTo(objective: ClaimedObjective, at: number): ObjectiveChange {
  return {
    read_up_to: at,
    ...(objective.backfilledFrom === undefined && { backfilled_from: at }),
  };
}

function isRead(fresh: FreshReading | undefined): fresh is FreshReading {
  return fresh !== undefined && fresh.reading.faults.length === 0;
}

function ledgerReading(
  objective: ClaimedObjective,
  { readings, at }: WriteEvaluationOptions,
): LedgerReading[] {
  const fresh = readings.get(objective.id);
  return isRead(fresh)
    ? [
        {
          objectiveId: objective.id,
          measuredHash: objective.definitionHash,
          from: fresh.plan.read.from,
          to: at,
          step: BUCKET_SECONDS,
          buckets: fresh.reading.buckets,
          inconsistent: fresh.reading.inconsistent,
        },
      ]
    : [];
}

function inputOf(
  objective: ClaimedObjective,
  recorded: Recorded | undefined,
  { readings, health }: WriteEvaluationOptions,
): StatusInput {
  const fresh = readings.get(objective.id);
  return {
    objective: recorded
      ? {
          ...objective,
          measuredFrom: recorded.measuredFrom,
          measuredUpTo: recorded.measuredUpTo,
        }
      : objective,
    source: health,
    queryFaults: fresh?.reading.faults ?? [],
    oldestChange: recorded?.oldestChange,
    readDurationMs: fresh?.durationMs,
    nonFinite: fresh?.reading.nonFinite,
  };
}

/** The status says already, of this very document, that the source is down. */
function isKnownDown(
  objective: ClaimedObjective,
  status: StoredStatus | undefined,
  health: SourceHealth,
): boolean {
  return (
    health.kind === 'down' &&
    status?.contentHash === objective.contentHash &&
    health.since !== undefined &&
    status?.payload.reason.code === 'source-down' &&
    status.payload.reason.params?.since === isoInstant(health.since)
  );
}
