import type { Fault } from '../objective/ObjectiveDefinition';
import type { SloDocument } from './SloDocument';

/** How sources name the place of a query: as if it were written in the SLO. */
const SOURCE_ROOT = 'spec.indicator.';

/** Where the document speaks of the indicator of one objective. @public */
export interface IndicatorPlace {
  /** JSON path, for instance `spec.indicator` or `spec.indicatorRef`. */
  path: string;
  /** Name of the SLI where the indicator is not written in place. */
  indicatorRef?: string;
}

/**
 * Where the document speaks of the indicator of its `index`th objective.
 *
 * @public
 */
export function indicatorPlace(
  document: SloDocument,
  index: number,
): IndicatorPlace {
  const objective = document.spec.objectives[index];
  const isOwn = Boolean(objective.indicator ?? objective.indicatorRef);
  const { indicatorRef } = isOwn ? objective : document.spec;
  const root = isOwn ? `spec.objectives[${index}]` : 'spec';
  return indicatorRef
    ? { path: `${root}.indicatorRef`, indicatorRef }
    : { path: `${root}.indicator` };
}

/**
 * A source's fault at the place where the author can mend it: within the
 * objective's own indicator, or in the SLI that the document names.
 *
 * @public
 */
export function atPlace(fault: Fault, place: IndicatorPlace): Fault {
  if (!fault.path.startsWith(SOURCE_ROOT)) {
    return fault;
  }
  const inner = fault.path.slice(SOURCE_ROOT.length);
  return place.indicatorRef
    ? {
        path: place.path,
        message: `${fault.message} (${inner} of the SLI '${place.indicatorRef}')`,
      }
    : { path: `${place.path}.${inner}`, message: fault.message };
}
