import {
  type ExplainedQuery,
  type Explanation,
  isoInstant,
  type ObjectiveKey,
  withoutExcluded,
} from '@plimsoll/plugin-slo-common';
import { recordedNotes } from '../../existing/recordedNotes';
import { isComplete } from '../../objectives/CatalogObjective';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import { type DetailRow, findObjective } from '../detail/findObjective';
import { measurementGaps } from '../history/measurementGaps';
import type { SloContext } from '../SloContext';
import { loadStatuses } from '../status/loadStatuses';
import { budgetFigures } from './budgetFigures';
import { burnRateFigures } from './burnRateFigures';
import { coverageFigure } from './coverageFigure';
import { rawFigures } from './rawFigures';
import type { Evaluation } from './Evaluation';
import { explainNotes } from './explainNotes';
import { forecastFigure } from './forecastFigure';
import { projectedFigures } from './projectedFigures';
import { readEvaluation } from './readEvaluation';
import { spentStretches } from './spentStretches';

/**
 * Every number of one objective with its formula, its inputs and what they were
 * read from.
 *
 * @throws NotFoundError when there is none, or none that the caller may see
 */
export async function explainObjective(options: {
  context: SloContext;
  scope: ObjectiveScope;
  key: ObjectiveKey;
}): Promise<Explanation> {
  const { context, scope, key } = options;
  const row = await findObjective({ client: context.client, scope, key });
  const [{ faults, demo, origin }] = await loadStatuses({
    context,
    rows: [row],
  });
  const evaluation = await readEvaluation({ context, row });
  const { window } = evaluation.ranges;
  const buckets = await context.ledger.readBuckets({
    objectiveId: row.id,
    ...window,
  });
  return {
    readAt: isoInstant(context.now()),
    figures: [
      ...budgetFigures(evaluation),
      ...rawFigures(evaluation),
      ...projectedFigures(evaluation),
      ...burnRateFigures(evaluation),
      coverageFigure(evaluation),
      forecastFigure(evaluation),
    ],
    read: {
      ...readOf({ context, row, evaluation }),
      gaps: measurementGaps({
        buckets,
        outages: await context.sources.gaps({ source: row.source, ...window }),
        measuredFrom: evaluation.stored.measuredFrom,
        ...window,
      }),
      corrections: evaluation.corrections,
    },
    spent: spentStretches({
      buckets: withoutExcluded({ buckets, ...evaluation }),
      target: evaluation.definition.target,
      windowTotal: evaluation.sums.window.total,
    }),
    queries: queriesOf({ context, evaluation, isFaulty: row.faults !== '[]' }),
    notes: [
      ...explainNotes({ evaluation, demo }),
      ...recordedNotes({ origin, definition: evaluation.definition }),
    ],
    faults,
  };
}

function readOf(options: {
  context: SloContext;
  row: DetailRow;
  evaluation: Evaluation;
}): Omit<Explanation['read'], 'gaps' | 'corrections'> {
  const { context, row, evaluation } = options;
  const { ranges, sums, status, stored } = evaluation;
  return {
    source: row.source,
    sourceType: context.sources.get(row.source)?.type ?? 'missing',
    durationMs: stored.readDurationMs,
    evaluatedAt:
      row.evaluated_at === null
        ? undefined
        : isoInstant(Number(row.evaluated_at)),
    dataUpTo: status.dataUpTo,
    windowFrom: isoInstant(ranges.window.from),
    windowTo: isoInstant(ranges.window.to),
    measuredSeconds: sums.window.coveredSeconds,
    windowSeconds:
      ranges.window.to -
      ranges.window.from -
      (status.corrections?.excludedSeconds ?? 0),
  };
}

/** A source can only tell the queries of an objective that it could measure. */
function queriesOf(options: {
  context: SloContext;
  evaluation: Evaluation;
  isFaulty: boolean;
}): ExplainedQuery[] {
  const { context, evaluation, isFaulty } = options;
  const { definition } = evaluation;
  const registered = context.sources.get(definition.source);
  return registered && !isFaulty && isComplete(definition)
    ? registered.source.explain?.(definition) ?? []
    : [];
}
