import { atPlace } from '../openslo/IndicatorPlace';
import type { CheckableObjective } from './checkDocuments';
import type { Finding } from './Finding';
import { inspectionFindings } from './inspectionFindings';
import type { ObjectiveInspection } from './ObjectiveInspection';

/**
 * What a source's answers say of an objective, at the document's places.
 *
 * @param options.at - Unix seconds of the inspection
 * @public
 */
export function checkInspection(options: {
  objective: CheckableObjective;
  inspection: ObjectiveInspection;
  at: number;
}): Finding[] {
  const { objective, inspection, at } = options;
  const { document, definition, place, paths } = objective;
  return inspectionFindings({ definition, inspection, at, paths }).map(
    ({ path, message, ...finding }) => ({
      document,
      ...finding,
      ...atPlace({ path, message }, place),
    }),
  );
}
