import type { Deployment } from '@plimsoll/plugin-stability-common';
import { impactSpans } from './impactSpans';

const LIVE = Date.parse('2026-11-03T14:06:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const iso = (millis: number) => new Date(millis).toISOString();

function spans(
  options: {
    finishedAt?: string;
    recoveredAt?: string;
    quietSince?: string;
    nextLiveAt?: string;
    now?: number;
  } & Partial<
    Pick<Deployment, 'state' | 'startedAt' | 'targets' | 'traffic'>
  > = {},
) {
  const {
    finishedAt = iso(LIVE),
    now = LIVE + 90 * HOUR,
    state = 'succeeded',
    startedAt = iso(LIVE - 20 * MINUTE),
    targets = [],
    traffic,
    ...rest
  } = options;
  return impactSpans({
    ...rest,
    now,
    deployment: {
      state,
      startedAt,
      targets,
      traffic,
      finishedAt: finishedAt || undefined,
      recoveredAt: options.recoveredAt,
      verdict: {
        name: 'clean',
        confidence: 1,
        suspected: false,
        decidedBy: 'rule',
        windowSeconds: 6 * 3_600,
      },
    },
  });
}

describe('impactSpans', () => {
  it('compares the window with as long a time before', () => {
    expect(spans()).toEqual({
      before: { from: iso(LIVE - 6 * HOUR), to: iso(LIVE) },
      after: { from: iso(LIVE), to: iso(LIVE + 6 * HOUR), endedBy: 'window' },
    });
  });

  it('ends with the first that ends it', () => {
    const replaced = iso(LIVE + 7 * MINUTE);
    expect(
      spans({ nextLiveAt: replaced, recoveredAt: iso(LIVE + HOUR) }),
    ).toEqual({
      before: { from: iso(LIVE - 30 * MINUTE), to: iso(LIVE) },
      after: { from: iso(LIVE), to: replaced, endedBy: 'replaced' },
    });
    expect(spans({ recoveredAt: iso(LIVE + HOUR) })).toMatchObject({
      after: { endedBy: 'recovered' },
    });
    expect(spans({ now: LIVE + HOUR })).toMatchObject({
      after: { to: iso(LIVE + HOUR), endedBy: 'now' },
    });
  });

  it('does not reach behind what went live before', () => {
    expect(spans({ quietSince: iso(LIVE - HOUR) })).toMatchObject({
      before: { from: iso(LIVE - HOUR) },
    });
    expect(spans({ quietSince: iso(LIVE - 14 * MINUTE) })).toBe(
      'deployed-just-before',
    );
  });

  it('cannot tell of what is not live, or hardly', () => {
    expect(spans({ finishedAt: '' })).toBe('not-live');
    expect(spans({ now: LIVE + 4 * MINUTE })).toBe('too-soon');
    expect(spans({ now: LIVE - MINUTE })).toMatchObject({
      after: { endedBy: 'window' },
    });
  });

  it('compares what a stopped canary did until it was taken back', () => {
    const canary = {
      before: {
        from: iso(LIVE - 50 * MINUTE),
        to: iso(LIVE - 20 * MINUTE),
      },
      after: {
        from: iso(LIVE - 20 * MINUTE),
        to: iso(LIVE),
        endedBy: 'stopped',
      },
    };
    expect(spans({ state: 'aborted' })).toEqual(canary);
    expect(spans({ state: 'aborted', recoveredAt: iso(LIVE) })).toEqual(canary);
    // the incident outlived it, the version before ran meanwhile
    expect(
      spans({ state: 'aborted', recoveredAt: iso(LIVE + HOUR) }),
    ).toMatchObject({ after: { to: iso(LIVE), endedBy: 'stopped' } });
    expect(spans({ state: 'aborted', traffic: 0 })).toBe('not-live');
  });

  it('compares what a failed roll-out did until the next one completed', () => {
    const began = iso(LIVE - 20 * MINUTE);
    expect(spans({ state: 'failed', recoveredAt: iso(LIVE + HOUR) })).toEqual({
      before: { from: iso(LIVE - 100 * MINUTE), to: began },
      after: { from: began, to: iso(LIVE + HOUR), endedBy: 'recovered' },
    });
    expect(spans({ state: 'failed' })).toMatchObject({
      after: {
        to: iso(LIVE - 20 * MINUTE + 6 * HOUR),
        endedBy: 'window',
      },
    });
  });

  it('cannot tell of what ended without going live', () => {
    expect(spans({ state: 'canceled' })).toBe('not-live');
    expect(spans({ state: 'superseded' })).toBe('not-live');
    expect(spans({ state: 'in-progress' })).toBe('not-live');
    const target = {
      runId: 'eu',
      source: 'argo-rollouts',
      startedAt: iso(LIVE - 20 * MINUTE),
    };
    expect(
      spans({
        state: 'in-progress',
        targets: [{ ...target, state: 'succeeded', finishedAt: iso(LIVE) }],
      }),
    ).toMatchObject({ after: { from: iso(LIVE) } });
  });
});
