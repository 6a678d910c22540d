import type { CorrectionChange } from '../../observation/Correction';
import { millisOf } from '../../time/instant';
import type { IncidentDraft } from '../incidents/IncidentDraft';
import { shortHash } from '../shortHash';

/**
 * The incident that a person spoke of: by its id; else the one of that name
 * which was open when the one spoken of began, since a late event may have made
 * it begin earlier. Words that say no more than an id of the days before ids
 * had a start mean the first one of that name.
 *
 * @param incidents - by start
 */
export function findIncident(
  incidents: readonly IncidentDraft[],
  change: Extract<CorrectionChange, { type: 'cause' }>,
): IncidentDraft | undefined {
  const { incidentId, incident } = change;
  const itself = incidents.find(({ id }) => id === incidentId);
  if (itself || !incident) {
    return (
      itself ??
      incidents.find(
        ({ entityRef, key }) =>
          shortHash(`${entityRef}\n${key}`) === incidentId,
      )
    );
  }
  const began = millisOf(incident.startedAt) ?? NaN;
  return incidents.findLast(
    ({ key, startedAt, endedAt = Infinity }) =>
      key === incident.key && startedAt <= began && began <= endedAt,
  );
}
