import type { CostApi } from '@plimsoll/plugin-cost-common';
import type { SloApi } from '@plimsoll/plugin-slo-common';
import type { StabilityApi } from '@plimsoll/plugin-stability-common';
import type { LensEntries, LensEntry, LensSource } from './LensSource';
import { toCostLens } from './toCostLens';
import { toReliabilityLens } from './toReliabilityLens';
import { toStabilityLens } from './toStabilityLens';

const PAGE_SIZE = 100;

/** The three plugins that the joined view follows. */
export function lensSources(options: {
  slo: Pick<SloApi, 'getSummary'>;
  stability: Pick<StabilityApi, 'getSummary'>;
  cost: Pick<CostApi, 'getSummary'>;
}): LensSource[] {
  const { slo, stability, cost } = options;
  return [
    {
      lens: 'reliability',
      pluginId: 'slo',
      read: async (request, sent) =>
        toEntries(
          await slo.getSummary({ ...request, limit: PAGE_SIZE }, sent),
          item => ({ content: toReliabilityLens(item) }),
        ),
    },
    {
      lens: 'stability',
      pluginId: 'stability',
      read: async (request, sent) =>
        toEntries(
          await stability.getSummary({ ...request, limit: PAGE_SIZE }, sent),
          item => ({ content: toStabilityLens(item) }),
        ),
    },
    {
      lens: 'cost',
      pluginId: 'cost',
      read: async (request, sent) =>
        toEntries(
          await cost.getSummary({ ...request, limit: PAGE_SIZE }, sent),
          item => ({ variant: item.currency, content: toCostLens(item) }),
        ),
    },
  ];
}

function toEntries<T extends { entityRef: string; changedAt: string }>(
  page: { items: T[]; pageInfo: { nextCursor?: string } },
  read: (item: T) => Partial<LensEntry>,
): LensEntries {
  return {
    nextCursor: page.pageInfo.nextCursor,
    entries: page.items.map(item => ({
      entityRef: item.entityRef.toLocaleLowerCase('en-US'),
      variant: '',
      changedAt: Date.parse(item.changedAt),
      content: undefined,
      ...read(item),
    })),
  };
}
