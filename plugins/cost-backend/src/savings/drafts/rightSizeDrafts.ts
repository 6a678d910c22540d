import {
  guardSaving,
  type NanoUnits,
  NodePacking,
  type PodRequest,
  type PricedNode,
  rightSize,
  type SavingDraft,
  splitByWeights,
  type Turns,
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
 * by what each frees. Without known machines nothing can be. A step is a
 * container or what it asks for.
 */
export function* rightSizeDrafts(options: {
  containers: readonly PricedContainer[];
  /** Machines by cluster. */
  nodes: ReadonlyMap<string, readonly PricedNode[]>;
  context: DraftContext;
}): Turns<SavingDraft[]> {
  const { containers, nodes, context } = options;
  const clusters = new Map<string, Cluster>();
  for (const priced of containers) {
    const name = priced.container.cluster ?? '';
    const cluster = clusters.get(name) ?? { advised: [], containers: [] };
    clusters.set(name, cluster);
    cluster.containers.push(priced.container);
    cluster.advised.push(...advise({ priced, context }));
    yield;
  }
  const drafts: SavingDraft[] = [];
  for (const [name, cluster] of clusters) {
    drafts.push(
      ...(yield* capped({ ...cluster, nodes: nodes.get(name) ?? [] })),
    );
  }
  return drafts;
}

interface Cluster {
  advised: Advised[];
  containers: ContainerUse[];
}

function advise(options: {
  priced: PricedContainer;
  context: DraftContext;
}): Advised[] {
  const { priced, context } = options;
  const { container, monthly, siblings, accounts } = priced;
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
    part: containerId(container),
    accounts,
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
        at: chartPath({ container, containers: siblings }),
      }),
    }),
  };
  return [{ ...priced, draft, request }];
}

/**
 * Machines go only for what may be done. What is held back shares the machines
 * that would go besides if all of it could be done as well. So a cluster is
 * packed three times, however much is held back.
 */
function* capped(options: {
  advised: readonly Advised[];
  containers: readonly ContainerUse[];
  nodes: readonly PricedNode[];
}): Turns<SavingDraft[]> {
  const { advised, containers, nodes } = options;
  const packing = NodePacking.create({
    nodes,
    pods: containers.map(container => podsOf(container)),
  });
  const freedBy = function* freedBy(changes: readonly Advised[]) {
    const changed = new Map(
      changes.map(({ container, request }) => [container, request]),
    );
    const { monthly } = yield* packing.freedBy(
      containers.map(container => podsOf(container, changed.get(container))),
    );
    return monthly;
  };
  const [allowed, heldBack] = [true, false].map(isAllowed =>
    advised.filter(
      ({ draft }) => (draft.guard.state === 'allowed') === isAllowed,
    ),
  );
  const together = allowed.length > 0 ? yield* freedBy(allowed) : 0n;
  const all = heldBack.length > 0 ? yield* freedBy(advised) : together;
  const services = new Set(advised.map(({ container }) => container.entityRef));
  return [
    ...shared(allowed, together),
    // first fit may pack worse what asks for less: nothing is taken back
    ...shared(heldBack, all > together ? all - together : 0n),
  ].map(draft => ({ ...draft, sharesMachines: services.size > 1 }));
}

function shared(items: readonly Advised[], total: NanoUnits): SavingDraft[] {
  const parts = splitByWeights({
    total,
    weights: items.map(({ draft }) => draft.theoretical),
  });
  return items.map(({ draft }, index) => ({
    ...draft,
    realisableAtMost: parts[index],
  }));
}

function podsOf(
  container: ContainerUse,
  advised?: ContainerUse['request'],
): PodRequest {
  const { cpuCores = 0, memoryBytes = 0 } = {
    ...container.request,
    ...advised,
  };
  return { cpuCores, memoryBytes, replicas: container.replicas };
}
