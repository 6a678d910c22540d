import type { RatioIndicator } from '@plimsoll/plugin-slo-common';
import type { KnownDefinition } from '../../objectives/CatalogObjective';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import { readsCounters } from '../../objectives/readsCounters';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import type { SloContext } from '../SloContext';
import { visibleObjectives } from '../visibleObjectives';
import { readsBuckets } from './readsBuckets';

export type VolumeObjective = Pick<
  ObjectiveRow,
  'id' | 'ref' | 'objective' | 'display_name'
>;

const DAY = 86_400;
/** Over which objectives are compared, whatever range is asked for. */
const COMPARED_DAYS = 28;
/** Objectives that saw nearly as much as the widest count as wide. */
const AS_WIDE = 0.9;

/**
 * The objective whose events stand for a service's volume, the same for every
 * range: of those that count events the one on the widest part of the traffic,
 * by the last four weeks. Objectives on durations come last, since what they
 * call bad is slow and not failed. Among equals the oldest wins.
 */
export async function findVolumeObjective(options: {
  context: SloContext;
  scope: ObjectiveScope;
  entityRef: string;
}): Promise<VolumeObjective | undefined> {
  const { context, scope, entityRef } = options;
  const rows: Array<VolumeObjective & Pick<ObjectiveRow, 'definition'>> =
    await visibleObjectives({ client: context.client, scope })
      .select('o.id', 'o.ref', 'o.objective', 'o.display_name', 'o.definition')
      .where({
        'o.entity_ref': entityRef,
        'o.indicator_kind': 'ratio',
      })
      .orderBy('o.id');
  const counting = rows.flatMap(row => {
    const indicator = countingIndicator(row.definition);
    return indicator ? [{ row, onDurations: isOnDurations(indicator) }] : [];
  });
  const failing = counting.filter(({ onDurations }) => !onDurations);
  const candidates = failing.length > 0 ? failing : counting;
  if (candidates.length <= 1) {
    return candidates[0]?.row;
  }
  const to = Math.floor(context.now() / DAY) * DAY;
  const sums = await context.ledger.sum({
    objectiveIds: candidates.map(({ row }) => row.id),
    from: to - COMPARED_DAYS * DAY,
    to,
  });
  const totals = candidates.map(({ row }) => sums.get(row.id)?.total ?? 0);
  const widest = Math.max(...totals);
  return candidates.find((_, index) => totals[index] >= AS_WIDE * widest)?.row;
}

/** Set where the units of the objective are events. */
function countingIndicator(definition: string): RatioIndicator | undefined {
  const { indicator, budgeting }: KnownDefinition = JSON.parse(definition);
  return budgeting.method === 'occurrences' &&
    indicator?.kind === 'ratio' &&
    readsCounters(indicator, indicator.bad ?? indicator.good) &&
    readsCounters(indicator, indicator.total)
    ? indicator
    : undefined;
}

function isOnDurations(indicator: RatioIndicator): boolean {
  return readsBuckets(indicator.bad ?? indicator.good);
}
