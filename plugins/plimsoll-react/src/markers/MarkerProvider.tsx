import { createContext, useContext, type ReactNode } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { markersApiRef } from './markersApiRef';
import type { MarkerSource } from './TimeMarker';

const MarkerContext = createContext<readonly MarkerSource[] | undefined>(
  undefined,
);

const NO_SOURCES: readonly MarkerSource[] = [];

/** @public */
export interface MarkerProviderProps {
  sources: readonly MarkerSource[];
  children: ReactNode;
}

/**
 * Names the sources of marks for all charts inside. The legacy frontend
 * system's way; in the new one extensions do it by themselves.
 *
 * @public
 */
export function MarkerProvider(props: MarkerProviderProps) {
  const { sources, children } = props;
  return (
    <MarkerContext.Provider value={sources}>{children}</MarkerContext.Provider>
  );
}

/**
 * The sources of marks here: those of the nearest provider, otherwise those
 * of the app, otherwise none.
 *
 * @public
 */
export function useMarkerSources(): readonly MarkerSource[] {
  const provided = useContext(MarkerContext);
  const apis = useApiHolder();
  return provided ?? apis.get(markersApiRef)?.sources ?? NO_SOURCES;
}
