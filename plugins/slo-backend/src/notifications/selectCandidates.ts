import type { SloState } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { BACKFILL_PRIORITY } from '../backfill/BackfillQueue';
import { RECOVERY } from './BudgetStanding';
import { SETTLE_SECONDS } from './nextWatch';
import type { NotificationSettings } from './NotificationSettings';

/** An objective that may have news. */
export interface CandidateRow {
  id: number;
  entity_ref: string;
  definition_hash: string;
  /** It is not watched yet, or was watched as another measurement. */
  is_new: boolean | number;
}

/** Ratios in the database and in the process may differ by so much. */
const ROUNDING = 1e-9;
const WITHOUT_DATA: SloState[] = ['no-data', 'unknown'];
/** States that may have a budget that owners are told of, see `judgedBudget`. */
const JUDGED: SloState[] = ['ok', 'burning', 'exhausted'];

/**
 * Objectives whose status says something else than their owners were told last,
 * by id: a few of many. What is news of it is decided elsewhere; here nothing
 * may be left out.
 *
 * @param options.after - of the ids that come after this one
 * @param options.upTo - up to this one
 * @param options.now - Unix seconds
 */
export function selectCandidates(options: {
  client: Knex;
  settings: NotificationSettings;
  after: number;
  upTo: number;
  now: number;
}): Knex.QueryBuilder<object, CandidateRow[]> {
  const { client, settings, after, upTo, now } = options;
  const isSilent = (row: Knex.QueryBuilder) =>
    row.whereIn('s.state', WITHOUT_DATA);
  return client('slo_status as s')
    .join('slo_objective as o', 'o.id', 's.objective_id')
    .leftJoin('slo_watch as w', 'w.objective_id', 's.objective_id')
    .where('s.objective_id', '>', after)
    .where('s.objective_id', '<=', upTo)
    .whereNull('o.removed_at')
    .whereNotNull('s.evaluated_at')
    .whereRaw('s.content_hash = o.content_hash')
    .where(any =>
      any
        .where(row => isReady(row.where(isNew), client))
        .orWhere(row =>
          row.whereRaw('w.definition_hash = o.definition_hash').where(known =>
            known
              .where(passed => {
                const level = levelReached(settings.thresholds);
                passed
                  .whereIn('s.state', JUDGED)
                  .whereRaw(`${level.sql} > w.level`, level.bindings);
              })
              .orWhere(recovered =>
                recovered
                  .whereIn('s.state', JUDGED)
                  .where('w.level', '>', 0)
                  .whereNull('w.ends_at')
                  .whereRaw('s.remaining > 1 - w.level + ?', [
                    RECOVERY - ROUNDING,
                  ]),
              )
              .orWhere('w.ends_at', '<=', now)
              .orWhere(settling =>
                settling
                  .where('w.settled', false)
                  .whereNotIn('s.state', WITHOUT_DATA)
                  .whereRaw('s.evaluated_at >= w.watched_since + ?', [
                    SETTLE_SECONDS,
                  ]),
              )
              .orWhere(stopped =>
                isSilent(stopped)
                  .whereNull('w.silent_since')
                  .where('s.data_up_to', '<=', now - settings.silentSeconds)
                  // an outage of the source is told elsewhere; one that was
                  // there before is only noted
                  .where(told => {
                    told.where('s.state', 'no-data');
                    if (!settings.tellsExisting) {
                      told.orWhere('w.settled', false);
                    }
                  }),
              )
              .orWhere(stoppedAgain =>
                isSilent(stoppedAgain).whereNotNull('w.data_since'),
              )
              .orWhere(back =>
                back
                  .whereNotNull('w.silent_since')
                  .whereNotIn('s.state', WITHOUT_DATA),
              ),
          ),
        ),
    )
    .orderBy('s.objective_id')
    .select(
      's.objective_id as id',
      'o.entity_ref',
      'o.definition_hash',
      client.raw(
        'w.objective_id is null or w.definition_hash <> o.definition_hash as is_new',
      ),
    );
}

function isNew(row: Knex.QueryBuilder): void {
  row
    .whereNull('w.objective_id')
    .orWhereRaw('w.definition_hash <> o.definition_hash');
}

/** What it stands at is known once the history of its window has been read. */
function isReady(row: Knex.QueryBuilder, client: Knex): void {
  row
    .whereRaw('o.ledger_hash = o.definition_hash')
    .whereNotExists(
      client('slo_backfill as b')
        .whereRaw('b.objective_id = s.objective_id')
        .where('b.priority', BACKFILL_PRIORITY.window),
    );
}

/** The highest threshold that a budget has passed, or 0. */
function levelReached(thresholds: readonly number[]) {
  const highestFirst = [...thresholds].reverse();
  return {
    sql: `case ${highestFirst
      .map(() => 'when s.remaining <= ? then cast(? as double precision)')
      .join(' ')} else 0 end`,
    bindings: highestFirst.flatMap(share => [1 - share + ROUNDING, share]),
  };
}
