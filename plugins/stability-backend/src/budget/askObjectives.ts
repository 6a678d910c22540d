import type {
  ObjectiveStatus,
  SloApi,
  SloRequestOptions,
} from '@plimsoll/plugin-slo-common';
import { isWholePluginDown, statusOf } from './isWholePluginDown';
import { hasIndependentSource, isIndependentDocument } from './isIndependent';

const PAGE_SIZE = 100;

/**
 * The objectives of a service that may speak against a deployment: those with a
 * budget whose source, query and document have nothing to do with deployments
 * and incidents.
 *
 * @returns these, and the first fault of one that could not be read
 * @throws ResponseError when the SLO plugin does not answer at all
 */
export async function askObjectives(options: {
  slo: Pick<SloApi, 'listObjectives' | 'getObjective'>;
  entityRef: string;
  request: SloRequestOptions;
}): Promise<{ objectives: ObjectiveStatus[]; fault?: unknown }> {
  const { slo, entityRef, request } = options;
  const page = await slo.listObjectives(
    { entityRef, limit: PAGE_SIZE },
    request,
  );
  const candidates = page.items.filter(
    objective =>
      objective.budget.allowed !== undefined &&
      objective.budget.allowed > 0 &&
      hasIndependentSource({ objective, sources: page.sources }),
  );
  const objectives: ObjectiveStatus[] = [];
  let fault: unknown;
  for (const objective of candidates) {
    try {
      const detail = await slo.getObjective(objective, request);
      if (isIndependentDocument(detail.document)) {
        objectives.push(objective);
      }
    } catch (error) {
      if (isWholePluginDown(error)) {
        throw error;
      }
      // one that was removed meanwhile is no fault
      fault ??= statusOf(error) === 404 ? undefined : error;
    }
  }
  return { objectives, fault };
}
