import {
  useRouteRef,
  type ExternalRouteRef,
  type RouteRef,
} from '@backstage/core-plugin-api';

/** What a route needs to become a path. @public */
export type OptionalRouteParams = Record<string, string> | undefined;

/**
 * The core's `useRouteRef`, which alone works in both frontend systems. It
 * throws, after its last hook, where the page is not installed; this gives
 * `undefined` then.
 *
 * @public
 */
export function useOptionalRoute<TParams extends OptionalRouteParams>(
  ref: RouteRef<TParams> | ExternalRouteRef<TParams, boolean>,
): ReturnType<typeof useRouteRef<TParams>> | undefined {
  try {
    // One overload takes both; which is told apart by the ref itself.
    return useRouteRef(ref as RouteRef<TParams>);
  } catch {
    return undefined;
  }
}
