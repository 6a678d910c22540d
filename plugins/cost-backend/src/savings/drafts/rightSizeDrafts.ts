import {
  freedNodes,
  guardSaving,
  type PodRequest,
  type PricedNode,
  rightSize,
  type SavingDraft,
  splitByWeights,
} from '@plimsoll/plugin-cost-common';
import type { ContainerUse } from '@plimsoll/plugin-cost-node';
import { changeOf } from './changeOf';
import { chartPath } from './chartPath';
import { budgetFor, type DraftContext } from './DraftContext';
import { requestChanges } from './requestChanges';
import { containerId, type PricedContainer } from './workloads';

type Advised = PricedContainer & {
  draft: SavingDraft;
  request: ContainerUse['request'];
};

/**
 * Smaller requests, where the error budget allows to try. What can be cashed
 * is the price of the machines that go when all of them are made; it is shared
 * by what each frees. Without known machines nothing can be.
 */
export function rightSizeDrafts(options: {
  containers: readonly PricedContainer[];
  /** Machines by cluster. */
  nodes: ReadonlyMap<string, readonly PricedNode[]>;
  context: DraftContext;
}): SavingDraft[] {
  const { containers, nodes, context } = options;
  const all = containers.map(({ container }) => container);
  const advised = containers.flatMap(priced =>
    advise({ priced, all, context }),
  );
  const clusters = new Set(
    advised.map(({ container }) => container.cluster ?? ''),
  );
  return [...clusters].flatMap(cluster => {
    const here = (item: PricedContainer) =>
      (item.container.cluster ?? '') === cluster;
    return capped({
      advised: advised.filter(here),
      containers: containers.filter(here),
      nodes: nodes.get(cluster) ?? [],
    });
  });
}

function advise(options: {
  priced: PricedContainer;
  all: readonly ContainerUse[];
  context: DraftContext;
}): Advised[] {
  const { priced, all, context } = options;
  const { container, monthly } = priced;
  const { prices } = context.settings;
  const sizing = rightSize({ container, prices, monthlyCost: monthly });
  if (sizing.state !== 'advised' || monthly <= 0n) {
    return [];
  }
  const { entityRef, workload } = container;
  const { request, cpuTarget, theoretical, risk, evidence } = sizing;
  const title = `Right-size ${workload}`;
  const draft: SavingDraft = {
    id: `right-size:${containerId(container)}`,
    entityRef,
    kind: 'right-size',
    title,
    subject: { type: 'workload', name: workload },
    category: 'compute',
    base: monthly,
    theoretical,
    evidence,
    risk,
    guard: guardSaving({
      kind: 'right-size',
      risk,
      ...budgetFor(context, entityRef, risk),
    }),
    ...changeOf({
      context,
      entityRef,
      title,
      changes: requestChanges({
        container,
        request,
        cpuTarget,
        at: chartPath({ container, containers: all }),
      }),
    }),
  };
  return [{ ...priced, draft, request }];
}

/** Machines go only for what may be done: what is held back frees by itself. */
function capped(options: {
  advised: readonly Advised[];
  containers: readonly PricedContainer[];
  nodes: readonly PricedNode[];
}): SavingDraft[] {
  const { advised, containers, nodes } = options;
  const allowed = advised.filter(
    ({ draft }) => draft.guard.state === 'allowed',
  );
  const together = freed({ advised: allowed, containers, nodes });
  const parts = splitByWeights({
    total: together,
    weights: allowed.map(({ draft }) => draft.theoretical),
  });
  return advised.map(item => {
    const index = allowed.indexOf(item);
    return {
      ...item.draft,
      realisableAtMost:
        index >= 0
          ? parts[index]
          : freed({ advised: [...allowed, item], containers, nodes }) -
            together,
    };
  });
}

function freed(options: {
  advised: readonly Advised[];
  containers: readonly PricedContainer[];
  nodes: readonly PricedNode[];
}) {
  const { advised, containers, nodes } = options;
  const changed = new Map(
    advised.map(({ container, request }) => [container, request]),
  );
  return freedNodes({
    nodes,
    pods: containers.flatMap(({ container }) => podsOf(container)),
    podsAfter: containers.flatMap(({ container }) =>
      podsOf(container, changed.get(container)),
    ),
  }).monthly;
}

function podsOf(
  container: ContainerUse,
  advised?: ContainerUse['request'],
): PodRequest[] {
  const { cpuCores = 0, memoryBytes = 0 } = {
    ...container.request,
    ...advised,
  };
  return Array.from({ length: container.replicas }, () => ({
    cpuCores,
    memoryBytes,
  }));
}
