import type {
  ObjectiveStatus,
  SloApi,
  SloRequestOptions,
} from '@plimsoll/plugin-slo-common';
import { hasIndependentSource, isIndependentDocument } from './isIndependent';

const PAGE_SIZE = 100;

/**
 * The objectives of a service that may speak against a deployment: those with a
 * budget whose source, query and document have nothing to do with deployments
 * and incidents.
 *
 * @throws ResponseError when the SLO plugin does not answer
 */
export async function askObjectives(options: {
  slo: Pick<SloApi, 'listObjectives' | 'getObjective'>;
  entityRef: string;
  request: SloRequestOptions;
}): Promise<ObjectiveStatus[]> {
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
  const independent: ObjectiveStatus[] = [];
  for (const objective of candidates) {
    const detail = await slo.getObjective(objective, request);
    if (isIndependentDocument(detail.document)) {
      independent.push(objective);
    }
  }
  return independent;
}
