import { unitsOf } from '../money/unitsOf';
import { guardSaving } from './guardSaving';
import { idleSaving } from './idleSaving';
import { storageSaving } from './storageSaving';

const GIBIBYTE = 2 ** 30;

describe('idleSaving', () => {
  const resource = {
    resourceId: 'vol-1',
    kind: 'volume' as const,
    idleDays: 40,
    evidence: 'not-attached' as const,
  };

  it('saves all that an unused thing costs', () => {
    expect(idleSaving({ resource, monthlyCost: 8n })).toEqual({
      theoretical: 8n,
      category: 'storage',
      risk: 'medium',
      evidence: [
        { name: 'idle-days', value: '40' },
        { name: 'use', value: 'not-attached' },
      ],
    });
    const balancer = { ...resource, kind: 'load-balancer' as const };
    expect(idleSaving({ resource: balancer, monthlyCost: 8n })).toEqual(
      expect.objectContaining({ category: 'network', risk: 'low' }),
    );
  });

  it('waits two weeks, and saves nothing of what costs nothing', () => {
    const young = { ...resource, idleDays: 13 };
    expect(idleSaving({ resource: young, monthlyCost: 8n })).toBeUndefined();
    expect(idleSaving({ resource, monthlyCost: 0n })).toBeUndefined();
  });
});

describe('storageSaving', () => {
  const prices = {
    standardGibMonth: 0.023,
    infrequentGibMonth: 0.0125,
    retrievalGib: 0.01,
    transitionPer1000: 0.01,
  };
  const storage = {
    bytes: 1_000 * GIBIBYTE,
    bytesReadPerMonth: 0,
    objects: 10_000,
    unreadRatio: 0.9,
  };

  it('saves the difference of prices on what nobody reads', () => {
    const saving = storageSaving({ storage, prices });
    expect(unitsOf(saving?.theoretical ?? 0n)).toBeCloseTo(900 * 0.0105, 6);
    expect(unitsOf(saving?.transition ?? 0n)).toBeCloseTo(9 * 0.01, 9);
    expect(saving?.breakEvenMonths).toBeCloseTo(0.09 / 9.45, 6);
    expect(saving?.breakEvenReadRatio).toBeCloseTo(1.05, 6);
  });

  it('takes off what reading costs', () => {
    const read = { ...storage, bytesReadPerMonth: 500 * GIBIBYTE };
    expect(
      unitsOf(storageSaving({ storage: read, prices })?.theoretical ?? 0n),
    ).toBeCloseTo(9.45 - 4.5, 6);
    const often = { ...storage, bytesReadPerMonth: 1_051 * GIBIBYTE };
    expect(storageSaving({ storage: often, prices })).toBeUndefined();
  });

  it('loses money on small objects, and says nothing', () => {
    const small = { ...storage, bytes: GIBIBYTE, objects: 1_000_000 };
    expect(storageSaving({ storage: small, prices })).toBeUndefined();
  });

  it('does not move what takes more than a year to pay', () => {
    const dear = { ...prices, transitionPer1000: 20 };
    expect(storageSaving({ storage, prices: dear })).toBeUndefined();
  });

  it('has nothing to move where all is read', () => {
    const read = { ...storage, unreadRatio: 0 };
    expect(storageSaving({ storage: read, prices })).toBeUndefined();
  });
});

describe('guardSaving', () => {
  const budget = (remaining: number) => ({ remaining, objective: 'latency' });

  it.each([
    ['low', 0.25],
    ['medium', 0.5],
    ['high', 0.75],
  ] as const)('wants the more budget left the riskier: %s', (risk, needed) => {
    const options = { kind: 'right-size' as const, risk };
    expect(guardSaving({ ...options, budget: budget(needed) })).toEqual({
      state: 'allowed',
      budgetRemaining: needed,
      objective: 'latency',
    });
    expect(guardSaving({ ...options, budget: budget(needed - 0.01) })).toEqual({
      state: 'held-back',
      reason: 'low-budget',
      budgetRemaining: needed - 0.01,
      objective: 'latency',
    });
  });

  it.each(['not-measured', 'unknown-budget'] as const)(
    'holds back while it is %s, and says so',
    whyNone => {
      expect(guardSaving({ kind: 'spot', risk: 'low', whyNone })).toEqual({
        state: 'held-back',
        reason: whyNone,
      });
    },
  );

  it('holds back what no objective watches', () => {
    expect(guardSaving({ kind: 'spot', risk: 'low' })).toEqual({
      state: 'held-back',
      reason: 'no-objective',
    });
  });

  it.each(['idle', 'commitment', 'storage-lifecycle'] as const)(
    'asks nothing of %s',
    kind => {
      expect(guardSaving({ kind, risk: 'high', budget: budget(-1) })).toEqual({
        state: 'none',
      });
    },
  );
});
