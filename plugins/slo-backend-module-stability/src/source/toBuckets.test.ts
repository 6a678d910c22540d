import fc from 'fast-check';
import { NOON } from '../__fixtures__/facts';
import { toBuckets } from './toBuckets';

const HOUR = 3_600;
const measurement = {
  kind: 'deployments',
  entityRef: 'component:default/checkout',
} as const;

describe('toBuckets', () => {
  it('is not measured before anything is known, and silent after it', () => {
    const buckets = toBuckets({
      events: { first: NOON + 400, deployments: [], incidents: [] },
      measurement,
      from: NOON,
      to: NOON + 900,
      step: 300,
      now: NOON + HOUR,
    });
    expect(buckets).toEqual([
      {
        start: NOON + 300,
        seconds: 300,
        bad: 0,
        total: 0,
        coveredSeconds: 200,
      },
      {
        start: NOON + 600,
        seconds: 300,
        bad: 0,
        total: 0,
        coveredSeconds: 300,
      },
    ]);
    expect(
      toBuckets({
        events: { deployments: [], incidents: [] },
        measurement,
        from: NOON,
        to: NOON + 900,
        step: 300,
        now: NOON + HOUR,
      }),
    ).toEqual([]);
  });

  it('ends now, in a bucket that is shorter', () => {
    const buckets = toBuckets({
      events: {
        first: 0,
        deployments: [{ at: NOON + 350, failed: true }],
        incidents: [],
      },
      measurement,
      from: NOON,
      to: NOON + 900,
      step: 300,
      now: NOON + 351,
    });
    expect(
      buckets.map(({ seconds, bad, total }) => [seconds, bad, total]),
    ).toEqual([
      [300, 0, 0],
      [51, 1, 1],
    ]);
  });

  it('takes an incident that lasts exactly as long as it may for good', () => {
    const [bucket] = toBuckets({
      events: {
        first: 0,
        deployments: [],
        incidents: [
          { startedAt: NOON - 600, endedAt: NOON, presumed: false },
          { startedAt: NOON - 301, endedAt: NOON + 300, presumed: false },
          { startedAt: NOON - 300, endedAt: NOON + 9_999, presumed: false },
        ],
      },
      measurement: { ...measurement, kind: 'incidents', withinSeconds: 600 },
      from: NOON,
      to: NOON + 300,
      step: 300,
      now: NOON + HOUR,
    });
    expect(bucket).toMatchObject({ bad: 1, total: 2 });
  });

  it('burns while an incident is open, from the moment its time is up', () => {
    const badAt = (now: number) =>
      toBuckets({
        events: {
          first: 0,
          deployments: [],
          incidents: [{ startedAt: NOON, presumed: false }],
        },
        measurement: { ...measurement, kind: 'incidents', withinSeconds: 600 },
        from: NOON,
        to: NOON + HOUR,
        step: 300,
        now,
      }).flatMap(({ start, bad, total }) =>
        total > 0 ? [{ start, bad, total }] : [],
      );
    expect(badAt(NOON + 600)).toEqual([]);
    const burned = [{ start: NOON + 600, bad: 1, total: 1 }];
    expect(badAt(NOON + 601)).toEqual(burned);
    expect(badAt(NOON + HOUR)).toEqual(burned);
  });

  it('counts everything once, whatever the step', () => {
    const event = fc.record({
      at: fc.integer({ min: NOON, max: NOON + HOUR - 1 }),
      failed: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(event),
        fc.constantFrom(300, 900, HOUR),
        (deployments, step) => {
          const buckets = toBuckets({
            events: { first: NOON, deployments, incidents: [] },
            measurement,
            from: NOON,
            to: NOON + HOUR,
            step,
            now: NOON + HOUR,
          });
          const sum = (of: 'bad' | 'total' | 'coveredSeconds') =>
            buckets.reduce((all, bucket) => all + bucket[of], 0);
          expect(sum('total')).toBe(deployments.length);
          expect(sum('bad')).toBe(
            deployments.filter(({ failed }) => failed).length,
          );
          expect(sum('coveredSeconds')).toBe(HOUR);
        },
      ),
    );
  });
});
