import { BUCKET_SECONDS } from '@plimsoll/plugin-slo-common';
import { BACKFILL_PRIORITY, enqueueBackfill } from '../backfill/BackfillQueue';
import type { SloDatabase } from '../database/SloDatabase';
import {
  CLAIMED_COLUMNS,
  claimedObjective,
  type ClaimedRow,
  isMeasurable,
} from '../evaluation/ClaimedObjective';
import type {
  RegisteredSource,
  SourceRegistry,
} from '../sources/SourceRegistry';

/** What was revised shortly before an answer may not have been in it, seconds. */
const OVERLAP_SECONDS = 300;

/**
 * Asks a source whose past may change what has changed, and notes it to be read
 * again. After a start it goes on where the source last answered.
 */
export class RevisionWatch {
  readonly #options: Parameters<typeof RevisionWatch.create>[0];
  /** Unix seconds. */
  #since: number | undefined;

  static create(options: {
    database: SloDatabase;
    sources: SourceRegistry;
    source: RegisteredSource;
    /** Unix milliseconds. */
    now: () => number;
  }): RevisionWatch {
    return new RevisionWatch(options);
  }

  private constructor(options: Parameters<typeof RevisionWatch.create>[0]) {
    this.#options = options;
  }

  /**
   * Looks once. A source that is down is asked again another time.
   *
   * @returns how many stretches were noted
   */
  async look(signal: AbortSignal): Promise<number> {
    const { database, sources, source } = this.#options;
    const { name } = source;
    const now = Math.floor(this.#options.now() / 1000);
    const health = (await sources.health.states([name])).get(name);
    const answeredAt = health?.lastAnswerAt;
    if (answeredAt === undefined) {
      return 0;
    }
    // what an earlier process was told last, before this one is told more
    this.#since ??= Math.floor(answeredAt / 1000) - OVERLAP_SECONDS;
    if (!health?.up) {
      return 0;
    }
    const rows: ClaimedRow[] = await database
      .client('slo_objective')
      .select([...CLAIMED_COLUMNS])
      .where({ source: name })
      .whereNull('removed_at')
      .whereNotNull('backfilled_from');
    const objectives = rows.map(claimedObjective).filter(isMeasurable);
    const ids = new Map(
      objectives.map(({ id, definition }) => [definition, id] as const),
    );
    const revised =
      objectives.length > 0
        ? (await source.source.revised?.({
            objectives: objectives.map(({ definition }) => definition),
            since: this.#since,
            signal,
          })) ?? []
        : [];
    await enqueueBackfill({
      client: database.client,
      now,
      stretches: revised.flatMap(({ objective, from, to }) => {
        const objectiveId = ids.get(objective);
        return objectiveId === undefined
          ? []
          : [
              {
                objectiveId,
                source: name,
                priority: BACKFILL_PRIORITY.gap,
                from: Math.floor(from / BUCKET_SECONDS) * BUCKET_SECONDS,
                to: Math.min(to, now),
              },
            ];
      }),
    });
    this.#since = now - OVERLAP_SECONDS;
    return revised.length;
  }
}
