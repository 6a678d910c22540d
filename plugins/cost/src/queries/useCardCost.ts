import { useApi } from '@backstage/frontend-plugin-api';
import { useEarlyPolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';
import { cardKey, readCardCost } from './readCardCost';

/** All that the card of the overview shows. */
export function useCardCost(entityRef: string): Polled<ServiceCost> {
  const costApi = useApi(costApiRef);
  return useEarlyPolled({
    owner: costApi,
    key: cardKey(entityRef),
    load: () => readCardCost(costApi, entityRef),
  });
}
