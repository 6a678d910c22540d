import fc from 'fast-check';
import { freedNodes, type PodRequest, type PricedNode } from './freedNodes';

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
});
