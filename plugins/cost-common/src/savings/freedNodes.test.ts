import fc from 'fast-check';
import { finishTurns } from '../turns/finishTurns';
import { freedNodes } from './freedNodes';
import { NodePacking, type PodRequest, type PricedNode } from './NodePacking';

const GIBIBYTE = 2 ** 30;

function nodesOf(...prices: number[]): PricedNode[] {
  return prices.map((price, n) => ({
    name: `n${n}`,
    cpuCores: 2,
    memoryBytes: 4 * GIBIBYTE,
    monthly: BigInt(price),
  }));
}

function podsOf(count: number, cpuCores: number): PodRequest[] {
  return Array.from({ length: count }, () => ({
    cpuCores,
    memoryBytes: 0.1 * GIBIBYTE,
  }));
}

describe('freedNodes', () => {
  it('counts whole nodes only, the dearest first', () => {
    const nodes = nodesOf(30, 50, 40);
    const pods = podsOf(10, 0.5);
    expect(freedNodes({ nodes, pods, podsAfter: podsOf(10, 0.35) })).toEqual({
      nodes: 1,
      monthly: 50n,
    });
    expect(freedNodes({ nodes, pods, podsAfter: podsOf(10, 0.45) })).toEqual({
      nodes: 0,
      monthly: 0n,
    });
  });

  it('does not count what is empty already', () => {
    const nodes = nodesOf(30, 30, 30);
    const pods = podsOf(4, 0.5);
    expect(freedNodes({ nodes, pods, podsAfter: podsOf(4, 0.2) })).toEqual({
      nodes: 1,
      monthly: 30n,
    });
    expect(freedNodes({ nodes, pods, podsAfter: pods }).nodes).toBe(0);
  });

  it('keeps as much free as there is today, at most a tenth', () => {
    // Three machines at 95 %: a tenth was never free, so it need not become so.
    const nodes = nodesOf(30, 30, 30);
    const pods = podsOf(57, 0.1);
    const podsAfter = podsOf(57, 0.0655);
    expect(freedNodes({ nodes, pods, podsAfter }).nodes).toBe(1);
    expect(freedNodes({ nodes, pods, podsAfter, headroom: 0.1 }).nodes).toBe(0);
  });

  it('looks at memory as well, and keeps what it is told to keep', () => {
    const nodes = nodesOf(30, 30);
    const pods = podsOf(4, 0.5);
    const heavy = podsOf(4, 0.1).map(pod => ({
      ...pod,
      memoryBytes: GIBIBYTE,
    }));
    expect(freedNodes({ nodes, pods, podsAfter: heavy }).nodes).toBe(0);
    const podsAfter = podsOf(4, 0.1);
    expect(freedNodes({ nodes, pods, podsAfter }).nodes).toBe(1);
    expect(freedNodes({ nodes, pods, podsAfter, fewestNodes: 2 }).nodes).toBe(
      0,
    );
    expect(
      freedNodes({ nodes, pods, podsAfter: podsOf(4, 0.5), headroom: 0 }).nodes,
    ).toBe(0);
  });

  it('never frees more than there is, nor by asking for more', () => {
    const pod = fc.record({
      cpuCores: fc.double({ min: 0, max: 2, noNaN: true }),
      memoryBytes: fc.integer({ min: 0, max: 4 * GIBIBYTE }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 6 }),
        fc.array(pod, { maxLength: 15 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (prices, pods, ratio) => {
          const nodes = nodesOf(...prices);
          const podsAfter = pods.map(one => ({
            cpuCores: one.cpuCores * ratio,
            memoryBytes: one.memoryBytes * ratio,
          }));
          const less = freedNodes({ nodes, pods, podsAfter });
          const all = prices.reduce((sum, price) => sum + price, 0);
          expect(less.nodes).toBeLessThanOrEqual(
            Math.max(0, prices.length - 1),
          );
          expect(Number(less.monthly)).toBeLessThanOrEqual(all);
          expect(less.monthly >= 0n).toBe(true);
          expect(freedNodes({ nodes, pods, podsAfter: pods }).nodes).toBe(0);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('packs replicas of a request as so many pods that ask for it', () => {
    const request = fc.record({
      cpuCores: fc.double({ min: 0, max: 1, noNaN: true }),
      memoryBytes: fc.integer({ min: 0, max: 2 * GIBIBYTE }),
      replicas: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 8 }),
        fc.array(request, { maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (prices, pods, ratio) => {
          const nodes = nodesOf(...prices);
          const podsAfter = pods.map(pod => ({
            ...pod,
            cpuCores: pod.cpuCores * ratio,
          }));
          const singly = (all: typeof pods) =>
            all.flatMap(({ replicas, ...one }) => Array(replicas).fill(one));
          // as free as one sum is to be compared with the other
          const headroom = 0.05;
          expect(freedNodes({ nodes, pods, podsAfter, headroom })).toEqual(
            freedNodes({
              nodes,
              pods: singly(pods),
              podsAfter: singly(podsAfter),
              headroom,
            }),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('packs what there is today once, however often it is asked', () => {
    let reads = 0;
    const nodes = nodesOf(...Array(64).fill(30)).map(node => ({
      ...node,
      get cpuCores() {
        reads++;
        return 2;
      },
    }));
    const pods = podsOf(200, 0.5);
    const packing = NodePacking.create({ nodes, pods });
    const podsAfter = podsOf(200, 0.2);
    const readsOf = () => {
      reads = 0;
      const found = finishTurns(packing.freedBy(podsAfter));
      return { found, reads };
    };
    const first = readsOf();
    const second = readsOf();
    expect(second.found).toEqual(first.found);
    expect(second.found.nodes).toBeGreaterThan(10);
    expect(second.reads).toBeLessThan(0.7 * first.reads);
  });
});
