import { impactSpans } from './impactSpans';

const LIVE = Date.parse('2026-11-03T14:06:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const iso = (millis: number) => new Date(millis).toISOString();

function spans(
  options: {
    finishedAt?: string;
    recoveredAt?: string;
    previousLiveAt?: string;
    nextLiveAt?: string;
    now?: number;
  } = {},
) {
  const { finishedAt = iso(LIVE), now = LIVE + 90 * HOUR, ...rest } = options;
  return impactSpans({
    ...rest,
    now,
    deployment: {
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
    expect(spans({ previousLiveAt: iso(LIVE - HOUR) })).toMatchObject({
      before: { from: iso(LIVE - HOUR) },
    });
    expect(spans({ previousLiveAt: iso(LIVE - 14 * MINUTE) })).toBe(
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
});
