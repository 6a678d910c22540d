import { useEffect, useState } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { useMarkerSources } from './MarkerProvider';
import type { MarkerLane, MarkerRequest, MarkerSource } from './TimeMarker';

/** @public */
export interface UseMarkerLanesOptions {
  entityRef: string;
  from: Date;
  to: Date;
}

/**
 * The marks of all sources in a range, a lane per source. Lanes stand empty
 * until their source has answered, so that the charts do not jump; no source,
 * no lane.
 *
 * @public
 */
export function useMarkerLanes(options: UseMarkerLanesOptions): MarkerLane[] {
  const { entityRef } = options;
  const from = options.from.getTime();
  const to = options.to.getTime();
  const sources = useMarkerSources();
  const apis = useApiHolder();
  const [lanes, setLanes] = useState<Record<string, MarkerLane>>({});

  useEffect(() => {
    const controller = new AbortController();
    const load = async (source: MarkerSource) => {
      const lane = await readLane(source, {
        entityRef,
        from: new Date(from),
        to: new Date(to),
        signal: controller.signal,
        apis,
      });
      if (!controller.signal.aborted) {
        setLanes(known => ({ ...known, [source.id]: lane }));
      }
    };
    sources.forEach(load);
    return () => controller.abort();
  }, [sources, apis, entityRef, from, to]);

  return sources.map(source => lanes[source.id] ?? emptyLane(source));
}

/** Unnamed until its words are there. */
function emptyLane(source: MarkerSource): MarkerLane {
  const { id, title } = source;
  return {
    id,
    title: typeof title === 'string' ? title : '',
    markers: [],
    failed: false,
  };
}

async function readLane(
  source: MarkerSource,
  request: MarkerRequest,
): Promise<MarkerLane> {
  const empty = emptyLane(source);
  const [title, markers] = await Promise.allSettled([
    typeof source.title === 'string'
      ? source.title
      : source.title(request.apis),
    source.load(request),
  ]);
  // Another plugin's fault must not take the chart with it.
  return {
    id: source.id,
    title: title.status === 'fulfilled' ? title.value : source.id,
    markers: markers.status === 'fulfilled' ? markers.value : empty.markers,
    failed: markers.status === 'rejected',
  };
}
