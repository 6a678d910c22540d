import {
  checkoutMetrics,
  silentMetrics,
} from '../__fixtures__/checkoutMetrics';
import { staleSince } from './staleSince';

describe('since when figures are stale', () => {
  const readAt = new Date('2026-11-19T09:23:10.000Z');
  const computedAt = '2026-11-19T09:23:00.000Z';
  const data = checkoutMetrics({ computedAt });
  const after = (seconds: number) =>
    new Date(readAt.getTime() + seconds * 1000);
  const error = new Error('down');

  it.each([
    ['fresh', { data, readAt }, 60],
    ['not there', { error, triedAt: after(60) }, 999],
    [
      'of a service where nothing happened, counted long ago',
      {
        data: { ...silentMetrics(), computedAt: '2026-01-01T00:00:00.000Z' },
        readAt,
      },
      60,
    ],
    [
      'counted less than 8 h ago',
      { data: { ...data, computedAt: '2026-11-19T01:25:00.000Z' }, readAt },
      60,
    ],
  ])('is not said of figures that are %s', (_what, polled, seconds) => {
    expect(staleSince(polled, after(seconds))).toBeUndefined();
  });

  it.each([
    ['could not be read again', { error, triedAt: after(60) }, 61],
    ['were read two minutes ago', {}, 121],
  ])('is when they were read, where they %s', (_what, polled, seconds) => {
    expect(staleSince({ data, readAt, ...polled }, after(seconds))).toEqual(
      readAt,
    );
  });

  it('is when they were counted, where the backend no longer counts', () => {
    const old = '2026-11-19T01:22:00.000Z';
    expect(
      staleSince({ data: { ...data, computedAt: old }, readAt }, after(1)),
    ).toEqual(new Date(old));
  });
});
