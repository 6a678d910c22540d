import fc from 'fast-check';
import { containerOf, MEBIBYTE } from '../__testUtils__/containers';
import { nanosOf } from '../money/unitsOf';
import type { ContainerUse } from '../use/ContainerUse';
import { rightSize, type RightSizing } from './rightSize';

const prices = { cpuCoreHour: 0.03, memoryGibHour: 0.004 };

function advised(options: Partial<ContainerUse> = {}) {
  const result = rightSize({ container: containerOf(options), prices });
  return result as Extract<RightSizing, { state: 'advised' }>;
}

describe('rightSize', () => {
  it('asks for the 95th percentile, and 15 % above the highest memory', () => {
    const result = advised();
    expect(result).toEqual({
      state: 'advised',
      request: { cpuCores: 0.212, memoryBytes: 230 * MEBIBYTE },
      theoretical: nanosOf(
        730 * 5 * ((0.5 - 0.212) * 0.03 + ((512 - 230) / 1024) * 0.004),
      ),
      risk: 'low',
      evidence: [
        { name: 'days', value: '30' },
        { name: 'replicas', value: '5' },
        { name: 'cpu-request', value: '500m' },
        { name: 'cpu-p95', value: '212m' },
        { name: 'cpu-advised', value: '212m' },
        { name: 'memory-request', value: '512Mi' },
        { name: 'memory-peak', value: '200Mi' },
        { name: 'memory-advised', value: '230Mi' },
        { name: 'throttled', value: '0.0%' },
        { name: 'out-of-memory', value: '0' },
      ],
    });
  });

  it('never promises more than the container costs', () => {
    const monthlyCost = nanosOf(7.2);
    expect(
      rightSize({ container: containerOf(), prices, monthlyCost }),
    ).toEqual(expect.objectContaining({ theoretical: monthlyCost }));
  });

  it('rounds up to what can be written, from the least that is sensible', () => {
    expect(
      advised({ cpuP95Cores: 0.2121, memoryPeakBytes: 200.2 * MEBIBYTE })
        .request,
    ).toEqual({ cpuCores: 0.213, memoryBytes: 231 * MEBIBYTE });
    expect(
      advised({ cpuP95Cores: 0.0001, memoryPeakBytes: MEBIBYTE }).request,
    ).toEqual({ cpuCores: 0.01, memoryBytes: 96 * MEBIBYTE });
  });

  it('gives a throttled container no less CPU', () => {
    expect(advised({ throttledRatio: 0.06 }).request).toEqual({
      memoryBytes: 230 * MEBIBYTE,
    });
    expect(
      rightSize({
        container: containerOf({
          throttledRatio: 0.06,
          memoryPeakBytes: undefined,
        }),
        prices,
      }),
    ).toEqual({ state: 'refused', reason: 'throttled' });
    expect(advised({ throttledRatio: 0.05 }).request.cpuCores).toBe(0.212);
  });

  it('gives more memory to what ran out of it', () => {
    const result = advised({ outOfMemoryKills: 2 });
    expect(result.request.memoryBytes).toBe(640 * MEBIBYTE);
    expect(result.risk).toBe('high');
    expect(result.theoretical).toBe(
      nanosOf(730 * 5 * ((0.5 - 0.212) * 0.03 - (128 / 1024) * 0.004)),
    );
  });

  it('does not judge the memory of a managed heap', () => {
    expect(advised({ managedHeap: true }).request).toEqual({
      cpuCores: 0.212,
    });
  });

  it('keeps the load at which an autoscaler adds replicas', () => {
    const autoscaler = { minReplicas: 3, maxReplicas: 10, cpuTarget: 0.7 };
    const result = advised({ autoscaler, cpuP95Cores: 0.1 });
    // 0.35 cores is where it acts: 0.369 at 95 %, not 0.1.
    expect(result.request.cpuCores).toBe(0.369);
    expect(result.cpuTarget).toBeCloseTo(0.35 / 0.369, 9);
    expect(result.risk).toBe('high');
  });

  it('leaves memory alone that an autoscaler looks at', () => {
    const autoscaler = { minReplicas: 3, maxReplicas: 10, memoryTarget: 0.8 };
    expect(advised({ autoscaler }).request).toEqual({ cpuCores: 0.212 });
    const unknown = { minReplicas: 3, maxReplicas: 10 };
    expect(
      rightSize({ container: containerOf({ autoscaler: unknown }), prices }),
    ).toEqual({ state: 'none' });
  });

  it.each([
    ['6 days', { days: 6 }, 'few-days'],
    ['99 points', { points: 99 }, 'few-days'],
    ['no request', { request: {} }, 'no-request'],
    [
      'no figures',
      { cpuP95Cores: undefined, memoryPeakBytes: undefined },
      'not-known',
    ],
  ])('refuses %s', (_, options, reason) => {
    expect(rightSize({ container: containerOf(options), prices })).toEqual({
      state: 'refused',
      reason,
    });
  });

  it('has nothing to say where it asks for what it needs', () => {
    expect(
      rightSize({
        container: containerOf({
          cpuP95Cores: 0.49,
          memoryPeakBytes: 440 * MEBIBYTE,
        }),
        prices,
      }),
    ).toEqual({ state: 'none' });
    // More than it asks for is paid for already.
    expect(
      rightSize({
        container: containerOf({
          cpuP95Cores: 0.9,
          memoryPeakBytes: 500 * MEBIBYTE,
        }),
        prices,
      }),
    ).toEqual({ state: 'none' });
  });

  it('calls a large cut or few days a medium risk', () => {
    expect(advised({ cpuP95Cores: 0.19 }).risk).toBe('medium');
    expect(advised({ days: 13 }).risk).toBe('medium');
    expect(advised({ days: 14 }).risk).toBe('low');
  });

  it('saves from nothing up to its cost, whatever the evidence', () => {
    const some = (max: number) =>
      fc.option(fc.double({ min: 0, max, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.record({
          cpuP95Cores: some(4),
          memoryPeakBytes: some(2 ** 32),
          throttledRatio: some(1),
          outOfMemoryKills: fc.nat(2),
          managedHeap: fc.boolean(),
          request: fc.record({ cpuCores: some(4), memoryBytes: some(2 ** 32) }),
          autoscaler: fc.option(
            fc.record({
              minReplicas: fc.constant(1),
              maxReplicas: fc.constant(9),
              cpuTarget: some(1),
              memoryTarget: some(1),
            }),
            { nil: undefined },
          ),
        }),
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        (options, monthlyCost) => {
          const result = rightSize({
            container: containerOf(options),
            prices,
            monthlyCost,
          });
          const saved =
            result.state === 'advised' ? result.theoretical : undefined;
          expect(saved === undefined || saved > 0n).toBe(true);
          expect(saved === undefined || saved <= monthlyCost).toBe(true);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
