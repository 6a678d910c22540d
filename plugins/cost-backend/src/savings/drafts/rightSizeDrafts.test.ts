import { mockServices } from '@backstage/backend-test-utils';
import {
  finishTurns,
  type NanoUnits,
  type PricedNode,
} from '@plimsoll/plugin-cost-common';
import type { ContainerUse } from '@plimsoll/plugin-cost-node';
import { readSavingsSettings } from '../readSavingsSettings';
import type { DraftContext } from './DraftContext';
import { rightSizeDrafts } from './rightSizeDrafts';
import { pricedContainers } from './workloads';

const USD = 1_000_000_000n;
const GIBIBYTE = 2 ** 30;

const refOf = (index: number) => `component:default/s${index}`;

function containersOf(count: number): ContainerUse[] {
  return Array.from({ length: count }, (_, index) => ({
    entityRef: refOf(index),
    cluster: 'shop',
    namespace: 'shop',
    workload: `s${index}`,
    workloadKind: 'Deployment',
    container: 'app',
    days: 30,
    points: 8_000,
    replicas: 4,
    request: { cpuCores: 1, memoryBytes: GIBIBYTE },
    cpuP95Cores: 0.1,
    memoryPeakBytes: GIBIBYTE,
    throttledRatio: 0,
    outOfMemoryKills: 0,
  }));
}

/** @param options.allowed - how many services have a budget, the first ones */
function setUp(options: { count: number; nodes: number; allowed: number }) {
  const { count, allowed } = options;
  const containers = containersOf(count);
  let looks = 0;
  const nodes: PricedNode[] = Array.from(
    { length: options.nodes },
    (_, index) => ({
      name: `n${index}`,
      get cpuCores() {
        looks++;
        return (4 * count) / options.nodes + 1;
      },
      memoryBytes: 1_000 * GIBIBYTE,
      monthly: 100n * USD,
    }),
  );
  const context: DraftContext = {
    settings: readSavingsSettings(mockServices.rootConfig({ data: {} })),
    facts: {
      days: 28,
      costs: containers.map(({ entityRef }) => ({
        entityRef,
        category: 'compute',
        monthly: 1_000n * USD,
      })),
      resources: [],
      onDemand: [],
      spotRatios: new Map(),
    },
    accounts: { clusters: new Map(), services: new Map() },
    budgets: new Map(
      containers
        .slice(0, allowed)
        .map(({ entityRef }) => [
          entityRef,
          { requests: { remaining: 1, objective: 'Availability' } },
        ]),
    ),
    tiers: new Map(),
  };
  const turns = rightSizeDrafts({
    containers: pricedContainers({ containers, context }),
    nodes: new Map([['shop', nodes]]),
    context,
  });
  return { turns, looks: () => looks };
}

const sumOf = (drafts: ReadonlyArray<{ realisableAtMost?: NanoUnits }>) =>
  drafts.reduce((sum, { realisableAtMost = 0n }) => sum + realisableAtMost, 0n);

describe('rightSizeDrafts', () => {
  it('packs a cluster as often for much that is held back as for little', () => {
    const looksFor = (count: number) => {
      const { turns, looks } = setUp({ count, nodes: 30, allowed: 0 });
      expect(finishTurns(turns)).toHaveLength(count);
      return looks();
    };
    expect(looksFor(200)).toBeLessThan(2 * looksFor(20));
  });

  it('does it in steps, none of which is long', () => {
    const { turns } = setUp({ count: 300, nodes: 50, allowed: 100 });
    let steps = 0;
    let step = turns.next();
    while (!step.done) {
      steps++;
      step = turns.next();
    }
    expect(step.value).toHaveLength(300);
    // one for each container at least, and for each request that is packed
    expect(steps).toBeGreaterThan(3 * 300);
  });

  it('shares the machines that go, and those that would go besides', () => {
    const all = finishTurns(setUp({ count: 40, nodes: 20, allowed: 40 }).turns);
    const half = finishTurns(
      setUp({ count: 40, nodes: 20, allowed: 20 }).turns,
    );
    const [allowed, heldBack] = ['allowed', 'held-back'].map(state =>
      half.filter(({ guard }) => guard.state === state),
    );
    expect([allowed.length, heldBack.length]).toEqual([20, 20]);
    expect(sumOf(allowed)).toBeGreaterThan(0n);
    expect(sumOf(heldBack)).toBeGreaterThan(0n);
    // together never more than there is to save
    expect(sumOf(half)).toBe(sumOf(all));
    expect(sumOf(all) % (100n * USD)).toBe(0n);
  });
});

describe('pricedContainers', () => {
  it('parts the compute cost of a service, looking at each container once or twice', () => {
    let looks = 0;
    const containers = [...containersOf(300), ...containersOf(300)].map(
      container => ({
        ...container,
        get entityRef() {
          looks++;
          return container.entityRef;
        },
      }),
    );
    const priced = pricedContainers({
      containers,
      context: {
        settings: readSavingsSettings(mockServices.rootConfig({ data: {} })),
        facts: {
          days: 28,
          costs: [
            { entityRef: refOf(0), category: 'compute', monthly: 8n * USD },
            { entityRef: refOf(0), category: 'storage', monthly: 9n * USD },
          ],
          resources: [],
          onDemand: [],
          spotRatios: new Map(),
        },
        accounts: {
          clusters: new Map([
            ['shop', [{ subAccount: '1', monthly: 5n * USD }]],
          ]),
          services: new Map(),
        },
        tiers: new Map(),
      },
    });
    expect(looks).toBeLessThan(5 * containers.length);
    expect([priced[0].monthly, priced[300].monthly, priced[1].monthly]).toEqual(
      [4n * USD, 4n * USD, 0n],
    );
    expect(priced[0].siblings).toEqual([containers[0], containers[300]]);
    expect(priced[0].accounts).toEqual([
      { subAccount: '1', monthly: 5n * USD },
    ]);
  });
});
