import type { Fault } from '../../objective/ObjectiveDefinition';
import type { SliDocument, SliSpec } from '../SliDocument';
import type { SloDocument, SloObjective } from '../SloDocument';

/** The SLI that an objective is measured by. */
export interface ChosenIndicator {
  spec: SliSpec;
  /** Where the SLO's document speaks of it. */
  path: string;
  /** It is written there, and not only named. */
  inPlace: boolean;
}

/** The objective's own indicator, or else the document's. */
export function chosenIndicator(options: {
  document: SloDocument;
  objective: SloObjective;
  /** `spec.objectives[0]`. */
  path: string;
  namespace: string;
  resolveIndicator(name: string): SliDocument | undefined;
}): ChosenIndicator | { fault: Fault } {
  const { document, objective, namespace, resolveIndicator } = options;
  const isOwn =
    objective.indicator !== undefined || objective.indicatorRef !== undefined;
  const holder = isOwn ? objective : document.spec;
  const path = isOwn ? options.path : 'spec';
  if (holder.indicator) {
    return {
      spec: holder.indicator.spec,
      path: `${path}.indicator.spec`,
      inPlace: true,
    };
  }
  const name = holder.indicatorRef ?? '';
  const sli = resolveIndicator(name);
  if (!sli) {
    return {
      fault: {
        path: `${path}.indicatorRef`,
        message: `names the SLI '${name}', which is not in namespace '${namespace}' of the catalog; add that document, or write the indicator in place`,
      },
    };
  }
  return { spec: sli.spec, path: `${path}.indicatorRef`, inPlace: false };
}
