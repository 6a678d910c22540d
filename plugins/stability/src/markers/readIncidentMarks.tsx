import type { ApiHolder } from '@backstage/frontend-plugin-api';
import {
  IncidentGlyph,
  readTranslation,
  type MarkerRequest,
  type TimeMarker,
} from '@plimsoll/plugin-plimsoll-react';
import type { Incident } from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { stabilityTranslationRef } from '../translation';
import type { Voice } from '../words';
import { markPath } from './markPath';
import { readAll } from './readAll';

/** Names the lane. */
export async function incidentsTitle(apis: ApiHolder): Promise<string> {
  const t = await readTranslation({ apis, ref: stabilityTranslationRef });
  return t('mark.incidents');
}

/** The incidents of a service as marks. */
export async function readIncidentMarks(
  request: MarkerRequest,
): Promise<TimeMarker[]> {
  const { entityRef, from, to, signal, apis } = request;
  const stabilityApi = apis.get(stabilityApiRef);
  if (!stabilityApi) {
    return [];
  }
  const t = await readTranslation({ apis, ref: stabilityTranslationRef });
  const incidents = await readAll<Incident>(cursor =>
    stabilityApi.listIncidents(
      {
        entityRef,
        from: from.toISOString(),
        to: to.toISOString(),
        limit: 100,
        cursor,
      },
      { signal },
    ),
  );
  return incidents.map(incident => markOf({ incident, t }));
}

function markOf(options: { incident: Incident; t: Voice['t'] }): TimeMarker {
  const { incident, t } = options;
  const { id, label, title, entityRef, startedAt, state } = incident;
  return {
    id,
    at: new Date(startedAt),
    kind: state === 'resolved' ? 'resolved' : 'open',
    title: t('mark.incident', { label, title }),
    glyph: <IncidentGlyph />,
    href: markPath({ entityRef }),
  };
}
