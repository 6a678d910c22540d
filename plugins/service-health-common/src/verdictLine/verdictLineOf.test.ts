import type { FleetService } from '../fleet/FleetService';
import type { LensFreshness } from '../lenses/LensFreshness';
import type { WorstObjective } from '../lenses/ReliabilityLens';
import type { LastDeployment } from '../lenses/StabilityLens';
import { verdictLineOf } from './verdictLineOf';

const AT = '2026-11-17T09:30:00.000Z';
const ok: LensFreshness = { state: 'ok', pulledAt: AT };
const never: LensFreshness = { state: 'never' };

function reliability(
  worst: Partial<WorstObjective> = {},
): NonNullable<FleetService['reliability']> {
  return {
    objectives: 1,
    stateCounts: {},
    worst: {
      ref: 'slo:default/a',
      objective: 'a',
      displayName: 'Availability',
      target: 0.999,
      targetText: '99.9',
      window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
      unit: 'events',
      state: 'ok',
      reason: { code: 'budget-left' },
      budget: { remaining: 0.524 },
      forecast: { kind: 'not-in-sight', burnRate: 0.4, window: '3d' },
      coverage: 1,
      trend: [],
      demo: false,
      ...worst,
    },
  };
}

const last: LastDeployment = {
  id: 'd1',
  environment: 'production',
  type: 'forward',
  state: 'succeeded',
  version: 'v2.34.1',
  startedAt: AT,
  finishedAt: AT,
  verdict: {
    name: 'pending',
    confidence: 0,
    suspected: false,
    decidedBy: 'rule',
    dueAt: AT,
  },
};

function stability(
  more: Partial<NonNullable<FleetService['stability']>> = {},
): NonNullable<FleetService['stability']> {
  return {
    counts: {
      deployments: 1,
      failed: 0,
      pending: 1,
      prevented: 0,
      rollbacks: 0,
      incidents: 0,
      openIncidents: 0,
    },
    lastDeployment: last,
    demo: false,
    changedAt: AT,
    ...more,
  };
}

const line = (
  service: Pick<FleetService, 'reliability' | 'stability' | 'cost'>,
  freshness: LensFreshness = ok,
) =>
  verdictLineOf({
    service,
    lenses: { reliability: freshness, stability: freshness, cost: freshness },
  });

describe('verdictLineOf', () => {
  it.each([
    [{}, 'holding'],
    [{ budget: { remaining: 0.19 } }, 'running-out'],
    [{ budget: { remaining: 0.2 } }, 'holding'],
    [
      { forecast: { kind: 'at', at: AT, burnRate: 3, window: '1h' } as const },
      'running-out',
    ],
    [{ state: 'burning' as const }, 'burning'],
    [{ state: 'exhausted' as const }, 'exhausted'],
    [{ state: 'no-traffic' as const }, 'no-traffic'],
    [{ state: 'unknown' as const }, 'cannot-tell'],
    [{ state: 'no-data' as const }, 'cannot-tell'],
    [{ state: 'insufficient' as const }, 'cannot-tell'],
    [{ state: 'warming-up' as const }, 'cannot-tell'],
  ])('says of %j that it is %s', (worst, kind) => {
    expect(line({ reliability: reliability(worst) }).health.kind).toBe(kind);
  });

  it('opens with an incident, whatever the budget says', () => {
    const { health, change } = line({
      reliability: reliability({
        state: 'burning',
        forecast: { kind: 'at', at: AT, burnRate: 14, window: '1h' },
      }),
      stability: stability({
        openIncident: {
          id: 'i1',
          label: 'INC-482',
          title: 'Redis cannot read cart entries',
          state: 'acknowledged',
          startedAt: AT,
          causedBy: 'd1',
        },
      }),
    });
    expect(health).toEqual({
      kind: 'failing',
      state: 'burning',
      objective: 'Availability',
      remaining: 0.524,
      exhaustedAt: AT,
      incident: {
        id: 'i1',
        label: 'INC-482',
        title: 'Redis cannot read cart entries',
        startedAt: AT,
      },
    });
    expect(change).toMatchObject({ isSuspectOfIncident: true });
  });

  it('says what changed and what it costs', () => {
    const { change, cost } = line({
      stability: stability(),
      cost: {
        changedAt: AT,
        currency: 'USD',
        otherCurrencies: [],
        monthToDate: '415.48',
        anomalies: 0,
        completeTo: '2026-11-16',
        budget: {
          amount: '800.00',
          currency: 'USD',
          used: '415.48',
          usedRatio: 0.52,
          state: 'under',
          notifyAt: [],
          from: 'config',
        },
      },
    });
    expect(change).toEqual({
      kind: 'deployed',
      deploymentId: 'd1',
      version: 'v2.34.1',
      at: AT,
      verdict: 'pending',
      suspected: false,
      verdictDueAt: AT,
      isSuspectOfIncident: false,
    });
    expect(cost).toEqual({
      kind: 'month-to-date',
      amount: '415.48',
      currency: 'USD',
      budget: 'under',
      completeTo: '2026-11-16',
    });
    const { finishedAt: _, ...begun } = last;
    expect(
      line({ stability: stability({ lastDeployment: begun }) }).change.kind,
    ).toBe('under-way');
  });

  it('tells nothing from not known', () => {
    const nothing = { reliability: { objectives: 0, stateCounts: {} } };
    expect(line(nothing)).toEqual({
      health: { kind: 'no-objective' },
      change: { kind: 'never-deployed' },
      cost: { kind: 'no-cost' },
    });
    expect(line({}, never)).toEqual({
      health: { kind: 'not-known' },
      change: { kind: 'not-known' },
      cost: { kind: 'not-known' },
    });
  });
});
