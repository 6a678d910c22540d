import type {
  ObjectiveDetail,
  ObjectivePage,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';

/** Type and usual name of the source that measures objectives from our facts. */
const OWN_SOURCE = 'stability';
/** Our own metrics, as exporters of Backstage's metrics service name them. */
const OWN_METRICS = /backstage[._]plugin[._]stability[._]/i;

/**
 * Whether an objective's source measures something else than deployments and
 * incidents. An objective that is measured from our own facts would be evidence
 * for itself.
 *
 * @param options.sources - as the list of objectives hands them out
 */
export function hasIndependentSource(options: {
  objective: Pick<ObjectiveStatus, 'source'>;
  sources: ObjectivePage['sources'];
}): boolean {
  const { objective, sources } = options;
  const type = sources.find(({ name }) => name === objective.source)?.type;
  return objective.source !== OWN_SOURCE && type !== OWN_SOURCE;
}

/**
 * Whether a document asks nothing that derives from deployments and incidents:
 * no metric source of ours anywhere in it, and no query for our own metrics in
 * somebody else's store.
 */
export function isIndependentDocument(
  document: ObjectiveDetail['document'],
): boolean {
  return independent(document, undefined);
}

function independent(value: unknown, key: string | undefined): boolean {
  if (typeof value === 'string') {
    const namesUs =
      (key === 'type' || key === 'metricSourceRef') &&
      value.toLocaleLowerCase('en-US') === OWN_SOURCE;
    return !namesUs && !OWN_METRICS.test(value);
  }
  if (value === null || typeof value !== 'object') {
    return true;
  }
  return Object.entries(value).every(([name, item]) => independent(item, name));
}
