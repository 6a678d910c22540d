import { useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  isStale,
  useEarlyPolled,
  useNow,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type {
  MyRollupRequest,
  ObjectiveRollup,
  RollupRequest,
  SloApi,
  SloRollup,
} from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';
import { rollupWithoutNews } from './rollupWithoutNews';

/** What a System, a Domain or a Group stands for. */
export function useRollup(request: RollupRequest): ReadRollup<SloRollup> {
  return useRead(`rollup ${JSON.stringify(request)}`, (api, signal) =>
    api.getRollup(request, { signal }),
  );
}

/** The services that the reader's groups own. */
export function useMyRollup(
  request: MyRollupRequest,
): ReadRollup<ObjectiveRollup> {
  return useRead(`my rollup ${JSON.stringify(request)}`, (api, signal) =>
    api.getMyRollup(request, { signal }),
  );
}

/** A roll-up, and whether it is too old to stand for the present. */
export interface ReadRollup<T> extends Polled<T> {
  stale: boolean;
}

// What was read stays while reading it again fails, at first as it is, later
// as unknown: as a list of objectives does.
function useRead<T extends ObjectiveRollup>(
  key: string,
  load: (api: SloApi, signal?: AbortSignal) => Promise<T>,
): ReadRollup<T> {
  const sloApi = useApi(sloApiRef);
  const polled = useEarlyPolled<T>({
    owner: sloApi,
    key,
    load: signal => load(sloApi, signal),
  });
  const { data, readAt } = polled;
  const stale = isStale(polled, useNow());
  const shown = useMemo(
    () => (stale && data && readAt ? rollupWithoutNews(data, readAt) : data),
    [stale, data, readAt],
  );
  return { ...polled, data: shown, stale };
}
