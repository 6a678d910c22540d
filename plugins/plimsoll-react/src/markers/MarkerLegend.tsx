import { VERDICT_KINDS, VerdictLegend } from '../verdict';
import type { MarkerLane } from './TimeMarker';

/** @public */
export interface MarkerLegendProps {
  lanes: readonly MarkerLane[];
}

/**
 * What the marks of deployments on the axis mean: those that stand there, and
 * nothing where there is none.
 *
 * @public
 */
export function MarkerLegend(props: MarkerLegendProps) {
  const kinds = new Set(
    props.lanes.flatMap(({ markers }) => markers.map(({ kind }) => kind)),
  );
  const verdicts = VERDICT_KINDS.filter(verdict => kinds.has(verdict));
  return verdicts.length > 0 ? <VerdictLegend verdicts={verdicts} /> : null;
}
