import {
  composeStatus,
  type Fault,
  type LedgerRange,
  requiredRanges,
  resolveWindow,
  type SourceHealth,
  sumRanges,
} from '@plimsoll/plugin-slo-common';
import { correctedSums } from '../../corrections/correctedSums';
import { exclusionsOf } from '../../corrections/Exclusions';
import {
  heldCorrections,
  reachingInto,
  stretchOf,
} from '../../corrections/heldCorrections';
import type { StatusPayload } from '../../evaluation/StatusPayload';
import type { KnownDefinition } from '../../objectives/CatalogObjective';
import type { DetailRow } from '../detail/findObjective';
import type { SloContext } from '../SloContext';
import type { Evaluation } from './Evaluation';

/**
 * Repeats the last evaluation of an objective from the ledger and the
 * corrections that hold, so that every number that lists show can be taken
 * apart.
 */
export async function readEvaluation(options: {
  context: SloContext;
  row: DetailRow;
}): Promise<Evaluation> {
  const { context, row } = options;
  const definition: KnownDefinition = JSON.parse(row.definition);
  const stored: StatusPayload = JSON.parse(row.payload);
  const documentFaults: Fault[] = JSON.parse(row.faults);
  const measuredUpTo = optional(row.measured_up_to);
  const source = healthOf({ context, definition, stored });
  const evaluated = optional(row.evaluated_at) ?? context.now();
  // While the source was down, the end of what was measured was evaluated.
  const at =
    source.kind === 'down'
      ? Math.min(evaluated, measuredUpTo ?? evaluated)
      : evaluated;

  const { client } = context;
  const objectiveId = row.id;
  const held = await heldCorrections({ client, objectiveId, definition });
  const { intervals, excluded } = exclusionsOf({
    corrections: held.map(stretchOf),
    definition,
    now: at,
  });
  const ranges = requiredRanges({ definition, at });
  const flat = [ranges.window, ...Object.values(ranges.burn), ...ranges.days];
  const found = await correctedSums({
    client,
    requests: [{ objectiveId, ranges: flat, excluded }],
  });
  const raw = await context.ledger.sum({
    objectiveIds: [objectiveId],
    ...ranges.window,
  });
  const rawWindow = raw.get(objectiveId);
  const byRange = new Map(
    (found.get(row.id) ?? []).map((sum, index) => [flat[index], sum]),
  );
  const sums = sumRanges(
    ranges,
    range =>
      byRange.get(range) ?? { ...range, bad: 0, total: 0, coveredSeconds: 0 },
  );
  const status = composeStatus({
    definition,
    at,
    sums,
    corrections: rawWindow && { intervals, rawWindow },
    source,
    faults: [...documentFaults, ...stored.faults],
    inconsistent: stored.inconsistent,
    measuredFrom: optional(row.measured_from),
    measuredUpTo,
  });
  return {
    definition,
    at,
    ranges,
    sums,
    status,
    stored,
    excluded,
    corrections: reachingInto(held, wholeWindow(definition, at)),
  };
}

/** Of a calendar window also what is still to come, which is projected. */
function wholeWindow({ window }: KnownDefinition, at: number): LedgerRange {
  const { from, fullTo } = resolveWindow({ window, at });
  return { from, to: fullTo };
}

function healthOf(options: {
  context: SloContext;
  definition: KnownDefinition;
  stored: StatusPayload;
}): SourceHealth {
  const { context, definition, stored } = options;
  if (!context.sources.get(definition.source)) {
    return { kind: 'missing' };
  }
  return { kind: stored.reason.code === 'source-down' ? 'down' : 'up' };
}

function optional(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
