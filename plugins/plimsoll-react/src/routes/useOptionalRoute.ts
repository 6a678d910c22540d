import {
  useRouteRef,
  type ExternalRouteRef,
  type RouteRef,
} from '@backstage/core-plugin-api';

/**
 * The core's `useRouteRef`, which alone works in both frontend systems. It
 * throws, after its last hook, where the page is not installed; this gives
 * `undefined` then.
 *
 * @public
 */
export function useOptionalRoute<TParams extends Record<string, string>>(
  ref: RouteRef<TParams> | ExternalRouteRef<TParams, boolean>,
): ((params: TParams) => string) | undefined;
/** @public */
export function useOptionalRoute(
  ref: RouteRef<undefined>,
): (() => string) | undefined;
export function useOptionalRoute(ref: RouteRef<undefined>) {
  try {
    return useRouteRef(ref);
  } catch {
    return undefined;
  }
}
