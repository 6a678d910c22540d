import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type {
  Deployment,
  DeploymentPage,
  VerdictName,
} from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { rangeStart, type Range } from './ranges';
import { PRODUCTION } from './production';

/** Deployments that one request brings. */
const PAGE = 50;

/**
 * The newest deployments to production of a range, at least `wanted` of them
 * where there are so many.
 */
export function useDeployments(options: {
  entityRef: string;
  range: Range;
  verdict?: VerdictName;
  wanted: number;
}): Polled<DeploymentPage> {
  const { entityRef, range, verdict, wanted } = options;
  const stabilityApi = useApi(stabilityApiRef);
  return usePolled({
    key: JSON.stringify([entityRef, range, verdict, wanted]),
    load: async signal => {
      const from = rangeStart(range, new Date());
      const items: Deployment[] = [];
      let cursor: string | undefined;
      for (;;) {
        const page: DeploymentPage = await stabilityApi.listDeployments(
          {
            entityRef,
            environment: PRODUCTION,
            from,
            verdict,
            limit: PAGE,
            cursor,
          },
          { signal },
        );
        items.push(...page.items);
        cursor = page.pageInfo.nextCursor;
        if (!cursor || items.length >= wanted) {
          return { ...page, items };
        }
      }
    },
    keepPrevious: true,
  });
}
