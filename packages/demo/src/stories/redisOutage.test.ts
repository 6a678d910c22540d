import {
  budgetSpent,
  type ObjectiveDefinition,
} from '@plimsoll/plugin-slo-common';
import { DemoHistory } from '../__testUtils__/DemoHistory';
import { demoObjectives } from '../__testUtils__/demoObjectives';

const MINUTE = 60;
const DAY = 86_400;
/** Tuesday, 3 November 2026, 14:05 in Warsaw: a bucket begins, 14:06 in it. */
const BEGIN = Date.parse('2026-11-03T13:05:00Z') / 1000;
const STORY = { from: BEGIN, to: BEGIN + 15 * MINUTE };

const named = (ref: string) =>
  demoObjectives().find(
    objective => objective.ref === `slo:default/${ref}`,
  ) as ObjectiveDefinition;
const checkout = named('checkout-availability');
const orders = named('checkout-failed-transactions');
const cart = named('cart-availability');
const wishlist = named('wishlist-availability');

describe('the Redis serialization outage', () => {
  let history: DemoHistory;
  beforeAll(async () => {
    history = await DemoHistory.read({
      objectives: [checkout, orders, cart, wishlist],
      from: BEGIN - 35 * DAY,
      to: BEGIN + DAY,
    });
  });

  const spent = (objective: ObjectiveDefinition) => {
    const window = { from: BEGIN - 29 * DAY, to: BEGIN + DAY };
    return budgetSpent({
      target: 0.999,
      bad: history.sum(objective, STORY).bad,
      windowTotal: history.sum(objective, window).total,
    })!;
  };

  it('costs checkout about 19 % of its budget in eleven minutes', () => {
    expect(spent(checkout)).toBeGreaterThan(0.185);
    expect(spent(checkout)).toBeLessThan(0.205);
    expect(history.sum(checkout, STORY).bad).toBeGreaterThan(6_000);
  });

  it('costs cart less, and the wishlist nothing', () => {
    expect(spent(cart)).toBeGreaterThan(0.14);
    expect(spent(cart)).toBeLessThan(0.17);
    expect(spent(wishlist)).toBeLessThan(0.001);
  });

  it('is over with the rollback', () => {
    const after = { from: STORY.to, to: STORY.to + 15 * MINUTE };
    const { bad, total } = history.sum(checkout, after);
    expect(bad / total).toBeLessThan(0.001);
    const before = { from: BEGIN - 15 * MINUTE, to: BEGIN };
    const usual = history.sum(checkout, before);
    expect(usual.bad / usual.total).toBeLessThan(0.001);
  });

  it('pages: burn is over 14.4 within an hour and five minutes', () => {
    const status = history.statusAt(checkout, BEGIN + 10 * MINUTE);
    expect(status.state).toBe('burning');
    expect(status.reason.params).toMatchObject({
      severity: 'page',
      long: '1h',
      short: '5m',
    });
    expect(status.burnRates['5m']).toBeGreaterThan(300);
  });

  it('hits orders as it hits requests, and once in five weeks', () => {
    const share = (objective: ObjectiveDefinition) => {
      const { bad, total } = history.sum(objective, STORY);
      return bad / total;
    };
    expect(share(orders) / share(checkout)).toBeGreaterThan(0.95);
    expect(share(orders) / share(checkout)).toBeLessThan(1.05);
    const fiveWeeksEarlier = {
      // An hour earlier by the clock of Unix: summer time ended in between.
      from: STORY.from - 35 * DAY - 3_600,
      to: STORY.to - 35 * DAY - 3_600,
    };
    const earlier = history.sum(checkout, fiveWeeksEarlier);
    expect(earlier.total === 0 || earlier.bad > 6_000).toBe(true);
  });
});
