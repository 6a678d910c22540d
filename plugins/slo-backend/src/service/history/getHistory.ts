import { InputError } from '@backstage/errors';
import {
  correctedHistoryPoints,
  type HistoryRequest,
  historyLedgerRange,
  historyStep,
  isoInstant,
  type ObjectiveHistory,
  type ObjectiveKey,
  unixSeconds,
} from '@plimsoll/plugin-slo-common';
import { exclusionsOf } from '../../corrections/Exclusions';
import {
  heldCorrections,
  reachingInto,
  stretchOf,
} from '../../corrections/heldCorrections';
import type { StatusPayload } from '../../evaluation/StatusPayload';
import type { KnownDefinition } from '../../objectives/CatalogObjective';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import { findObjective } from '../detail/findObjective';
import type { SloContext } from '../SloContext';
import { measurementGaps } from './measurementGaps';

/** The longest stretch that one answer draws: two years, in seconds. */
const MAX_RANGE_SECONDS = 2 * 366 * 86_400;

/**
 * The lines of one objective over time, without what corrections exclude; its
 * gaps are those of what was measured. `from` goes back to the start of its
 * cell, `to` at most to now.
 *
 * @throws NotFoundError when there is none, or none that the caller may see
 * @throws InputError when the range or the step cannot be drawn
 */
export async function getHistory(options: {
  context: SloContext;
  scope: ObjectiveScope;
  key: ObjectiveKey;
  request: HistoryRequest;
}): Promise<ObjectiveHistory> {
  const { context, scope, key, request } = options;
  const row = await findObjective({ client: context.client, scope, key });
  const definition: KnownDefinition = JSON.parse(row.definition);
  const { projected, corrections }: StatusPayload = JSON.parse(row.payload);
  const { window } = definition;
  const view = request.view ?? window.kind;
  const now = context.now();
  const { from, to, step } = boundsOf({ request, now });

  const range = historyLedgerRange({ window, view, from, to, now });
  const buckets = await context.ledger.readBuckets({
    objectiveId: row.id,
    ...range,
  });
  const held = await heldCorrections({
    client: context.client,
    objectiveId: row.id,
    definition,
  });
  const { excluded } = exclusionsOf({
    corrections: held.map(stretchOf),
    definition,
    now,
  });
  return {
    from: isoInstant(from),
    to: isoInstant(to),
    step,
    view,
    points: correctedHistoryPoints({
      definition,
      buckets,
      excluded,
      from,
      to,
      step,
      view,
      expectedTotal: projected?.expectedTotal,
      rawExpectedTotal: corrections?.rawProjected?.expectedTotal,
      now,
    }),
    gaps: measurementGaps({
      buckets: buckets.filter(bucket => bucket.start >= from),
      outages: await context.sources.gaps({ source: row.source, from, to }),
      measuredFrom:
        row.measured_from === null ? undefined : Number(row.measured_from),
      from,
      to,
    }),
    corrections: reachingInto(held, { from, to }),
  };
}

function boundsOf(options: { request: HistoryRequest; now: number }) {
  const { request, now } = options;
  const start = unixSeconds(request.from);
  const to = Math.min(Math.floor(unixSeconds(request.to)), now);
  if (start >= to) {
    throw new InputError(
      `The range from ${request.from} to ${request.to} holds nothing that has passed; 'from' must lie before 'to' and before now`,
    );
  }
  if (to - start > MAX_RANGE_SECONDS) {
    throw new InputError(
      `The range from ${request.from} to ${request.to} is longer than two years; ask for it in parts`,
    );
  }
  const step = historyStep({ from: start, to, now, step: request.step });
  // A point every whole cell: cells are 5 or 15 minutes long.
  const cell = step % 900 === 0 ? 900 : 300;
  return { from: Math.floor(start / cell) * cell, to, step };
}
