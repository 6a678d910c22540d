import { useSyncExternalStore } from 'react';

/**
 * Whether a media query holds now, followed as it changes.
 *
 * @param query - for instance `(min-width: 1280px)`
 * @public
 */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    onChange => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}
