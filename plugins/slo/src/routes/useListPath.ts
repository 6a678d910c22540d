import { useOptionalRoute } from '@plimsoll/plugin-plimsoll-react';
import type { SloState } from '@plimsoll/plugin-slo-common';
import { rootRouteRef } from './routes';

/** @internal */
export interface ListPathOptions {
  /** Only of what this System, Domain or Group stands for. */
  within: string;
  state?: SloState;
}

/** Where objectives are listed; nowhere without that page. */
export function useListPath(): (
  options: ListPathOptions,
) => string | undefined {
  const route = useOptionalRoute(rootRouteRef);
  return ({ within, state }) =>
    route &&
    `${route()}?${new URLSearchParams({ ...(state && { state }), within })}`;
}
