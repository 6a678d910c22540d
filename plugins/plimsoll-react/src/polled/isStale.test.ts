import { isStale } from './isStale';

describe('isStale', () => {
  const readAt = new Date('2026-11-19T09:00:00.000Z');
  const after = (seconds: number) =>
    new Date(readAt.getTime() + seconds * 1000);
  const error = new Error('down');

  it.each([
    ['a fresh answer', {}, 59, false],
    ['an answer whose successor is slow', {}, 119, false],
    ['an answer that two minutes brought nothing after', {}, 120, true],
    ['one failure', { error, triedAt: after(60) }, 61, false],
    ['two failures', { error, triedAt: after(90) }, 90, true],
    ['a failure long ago', { error, triedAt: after(60) }, 120, true],
  ])('of %s', (_what, polled, seconds, stale) => {
    expect(isStale({ data: 'x', readAt, ...polled }, after(seconds))).toBe(
      stale,
    );
  });

  it('is not said where nothing was ever answered', () => {
    expect(isStale({ error, triedAt: after(0) }, after(999))).toBe(false);
  });
});
