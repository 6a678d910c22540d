import type { CountedTestAlert } from './CountedTestAlert';
import { judgeTestAlert } from './judgeTestAlert';

const SENT = Date.parse('2026-11-22T10:00:00Z');
const SOON = SENT + 60_000;
const LATER = SENT + 3_600_000;
const counts = (tried: number, failed = 0) => ({
  pagerduty: { tried, failed },
});
const alert = (more: Partial<CountedTestAlert> = {}): CountedTestAlert => ({
  severity: 'critical',
  sentAt: new Date(SENT).toISOString(),
  receivers: ['pager'],
  integrations: ['pagerduty'],
  before: counts(7, 1),
  ...more,
});
const kept = (state: 'delivered' | 'failed' | 'silent' | 'uncounted') =>
  alert({ verdict: { state, kinds: ['pagerduty'] } });

describe('judgeTestAlert', () => {
  it.each([
    ['nothing was counted yet', alert(), counts(7, 1), SOON, undefined],
    ['one more went out', alert(), counts(8, 1), SOON, 'delivered'],
    ['one more failed', alert(), counts(8, 2), SOON, 'failed'],
    ['one failed at last', kept('delivered'), counts(8, 2), SOON, 'failed'],
    ['nothing is told now', alert(), undefined, SOON, undefined],
    ['nothing is told any more', kept('failed'), undefined, SOON, 'failed'],
    ['it was restarted', alert(), counts(3), SOON, 'uncounted'],
    ['restarted afterwards', kept('delivered'), {}, SOON, 'delivered'],
    ['counted on after that', kept('uncounted'), counts(9), SOON, 'uncounted'],
    [
      'it was never counted',
      alert({ before: undefined }),
      {},
      SOON,
      'uncounted',
    ],

    // what is counted later is of others
    ['nobody was told', alert(), counts(7, 1), LATER, 'silent'],
    ['others were told', alert(), counts(8, 1), LATER, 'uncounted'],
    ['others told after it', kept('silent'), counts(9, 1), LATER, 'silent'],
    ['others failed', kept('delivered'), counts(9, 2), LATER, 'delivered'],
    ['restarted later', kept('delivered'), {}, LATER, 'delivered'],
    ['nothing is told', alert(), undefined, LATER, 'uncounted'],
  ])('tells of it when %s', (_, testAlert, after, now, expected) => {
    expect(judgeTestAlert({ testAlert, after, now })?.state).toBe(expected);
  });

  it('names the kinds that it is said of', () => {
    const two = alert({ integrations: ['pagerduty', 'slack'] });
    const after = { ...counts(8, 1), slack: { tried: 0, failed: 0 } };
    const judge = (now: number) =>
      judgeTestAlert({ testAlert: two, after, now });
    expect(judge(SOON)).toBeUndefined();
    expect(judge(LATER)).toEqual({ state: 'silent', kinds: ['slack'] });
  });
});
