import {
  IncidentGlyph,
  type MarkerRequest,
  type TimeMarker,
} from '@plimsoll/plugin-plimsoll-react';
import type { Incident } from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { markPath } from './markPath';
import { readAll } from './readAll';

/** The incidents of a service as marks. */
export async function readIncidentMarks(
  request: MarkerRequest,
): Promise<TimeMarker[]> {
  const { entityRef, from, to, signal, apis } = request;
  const stabilityApi = apis.get(stabilityApiRef);
  if (!stabilityApi) {
    return [];
  }
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
  return incidents.map(markOf);
}

function markOf(incident: Incident): TimeMarker {
  const { id, label, title, entityRef, startedAt, state } = incident;
  return {
    id,
    at: new Date(startedAt),
    kind: state === 'resolved' ? 'resolved' : 'open',
    title: `${label}, ${title}`,
    glyph: <IncidentGlyph />,
    href: markPath({ entityRef }),
  };
}
