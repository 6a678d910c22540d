import {
  guardSaving,
  idleSaving,
  type SavingDraft,
  storageSaving,
} from '@plimsoll/plugin-cost-common';
import type { IdleResource } from '@plimsoll/plugin-cost-node';
import type { BilledResource } from '../SavingFacts';
import type { DraftContext } from './DraftContext';
import { resourceIdOf } from './resourceIdOf';

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
      resourceIdOf(resource.resourceId),
      resource,
    ]),
  );
  // Several sources may name the same thing: what says most of it counts.
  const known = new Map<string, IdleResource>();
  for (const resource of idle) {
    const id = resourceIdOf(resource.resourceId);
    const other = known.get(id);
    if (!other || other.idleDays < resource.idleDays) {
      known.set(id, resource);
    }
  }
  return [...known.values()].flatMap(resource => {
    const cost = billed.get(resourceIdOf(resource.resourceId));
    // A bucket goes by its name, which other things may have too.
    return cost && (resource.kind !== 'bucket' || cost.category === 'storage')
      ? draftsOf({ resource, cost, context })
      : [];
  });
}

function draftsOf(options: {
  resource: IdleResource;
  cost: BilledResource;
  context: DraftContext;
}): SavingDraft[] {
  const { resource, cost, context } = options;
  const { storage } = resource;
  const { resourceId } = cost;
  const entityRef = cost.entityRef ?? resource.entityRef;
  const common = {
    resourceId,
    subject: { type: resource.kind, name: cost.name },
    noChange: 'by-hand' as const,
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
