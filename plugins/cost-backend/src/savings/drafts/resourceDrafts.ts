import {
  guardSaving,
  idleSaving,
  type SavingDraft,
  storageSaving,
} from '@plimsoll/plugin-cost-common';
import type { IdleResource } from '@plimsoll/plugin-cost-node';
import type { BilledResource } from '../SavingFacts';
import type { DraftContext } from './DraftContext';

const TITLES: Record<IdleResource['kind'], string> = {
  volume: 'Delete the unused volume',
  'load-balancer': 'Delete the unused load balancer',
  address: 'Release the unused address',
  bucket: 'Delete the unused bucket',
};

/** What is paid for and not used, and what lies in too dear a storage. */
export function resourceDrafts(options: {
  idle: readonly IdleResource[];
  context: DraftContext;
}): SavingDraft[] {
  const { idle, context } = options;
  const billed = new Map(
    context.facts.resources.map(resource => [
      resource.resourceId.toLocaleLowerCase('en-US'),
      resource,
    ]),
  );
  return idle.flatMap(resource => {
    const cost = billed.get(resource.resourceId.toLocaleLowerCase('en-US'));
    return cost ? draftsOf({ resource, cost, context }) : [];
  });
}

function draftsOf(options: {
  resource: IdleResource;
  cost: BilledResource;
  context: DraftContext;
}): SavingDraft[] {
  const { resource, cost, context } = options;
  const { resourceId, storage } = resource;
  const entityRef = cost.entityRef ?? resource.entityRef;
  const common = {
    resourceId,
    category: cost.category,
    base: cost.monthly,
    ...(entityRef && { entityRef }),
  };
  const { name } = cost;
  const unused = idleSaving({ resource, monthlyCost: cost.monthly });
  const { category: _category, ...idleFigures } = unused ?? {};
  const moved =
    storage && storageSaving({ storage, prices: context.settings.storage });
  return [
    ...(unused
      ? [
          {
            ...common,
            ...(idleFigures as Omit<typeof unused, 'category'>),
            id: `idle:${resourceId}`,
            kind: 'idle' as const,
            title: `${TITLES[resource.kind]} ${name}`,
            guard: guardSaving({ kind: 'idle', risk: unused.risk }),
          },
        ]
      : []),
    ...(moved && !unused
      ? [
          {
            ...common,
            id: `storage:${resourceId}`,
            kind: 'storage-lifecycle' as const,
            title: `Move what nobody reads in ${name} to a cheaper class`,
            theoretical: moved.theoretical,
            risk: moved.risk,
            evidence: moved.evidence,
            breakEvenMonths: moved.breakEvenMonths,
            guard: guardSaving({ kind: 'storage-lifecycle', risk: moved.risk }),
          },
        ]
      : []),
  ];
}
