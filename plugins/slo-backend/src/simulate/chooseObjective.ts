import { InputError } from '@backstage/errors';
import type {
  ObjectiveDefinition,
  SliDocument,
} from '@plimsoll/plugin-slo-common';
import {
  checkDocuments,
  type CheckText,
} from '@plimsoll/plugin-slo-common/doctor';
import type { ObjectiveSources } from '../objectives/ObjectiveSources';
import { sourceFaults } from '../objectives/sourceFaults';

/** The objective of some documents that is tried, and the names of all. */
export interface ChosenObjective {
  definition: ObjectiveDefinition;
  names: string[];
}

/**
 * Picks the objective that is tried.
 *
 * @param options.objective - its name; the first one by default
 * @throws InputError when there is none that a source could be asked about,
 * with the first thing that is wrong
 */
export function chooseObjective(options: {
  text: CheckText;
  sources: ObjectiveSources;
  resolveIndicator(place: {
    namespace: string;
    name: string;
  }): SliDocument | undefined;
  objective?: string;
}): ChosenObjective {
  const { text, sources, resolveIndicator, objective } = options;
  const { objectives, findings } = checkDocuments({
    text,
    sourceFaults: place => sourceFaults({ ...place, sources }),
    resolveIndicator,
  });
  const names = objectives.map(({ definition }) => definition.objective);
  const index = objective === undefined ? 0 : names.indexOf(objective);
  const chosen = objectives[index];
  if (chosen) {
    return { definition: chosen.definition, names };
  }
  const fault = findings.find(({ severity }) => severity === 'error');
  if (fault && names.length === 0) {
    throw new InputError(
      `No target can be tried: ${fault.document}, ${fault.path}: ${fault.message}. ${fault.fix}`,
    );
  }
  throw new InputError(
    names.length > 0
      ? `There is no objective '${objective}' in the text; it has ${names
          .map(name => `'${name}'`)
          .join(', ')}`
      : 'No target can be tried: the text holds no SLO with an objective',
  );
}
