import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import { DemoHistory } from '../__testUtils__/DemoHistory';
import { demoObjectives } from '../__testUtils__/demoObjectives';
import { parseDemoQuery } from '../query/parseDemoQuery';
import { DemoWorld } from '../world/DemoWorld';
import { ORDERS_PER_DAY } from '../world/volume';

const DAY = 86_400;
/** Monday, 14 September 2026, 00:00 in Warsaw. */
const MONDAY = Date.parse('2026-09-13T22:00:00Z') / 1000;

const objectives = demoObjectives();
const named = (ref: string): ObjectiveDefinition =>
  objectives.find(objective => objective.ref === `slo:default/${ref}`)!;

describe("ShopKart's figures", () => {
  it('are 180,000 orders a day, within 1 % in each week of a year', () => {
    const series = DemoWorld.create().find(
      parseDemoQuery('checkout_orders_total{service="checkout"}')!,
    );
    for (let week = 0; week < 52; week += 3) {
      let orders = 0;
      const first = MONDAY / 60 + week * 7 * 24 * 60;
      for (let minute = first; minute < first + 7 * 24 * 60; minute += 1) {
        orders += series?.kind === 'counter' ? series.growth(minute) : 0;
      }
      expect(Math.abs(orders / 7 / ORDERS_PER_DAY - 1)).toBeLessThan(0.01);
    }
  });

  it.each([
    // What the 30 days up to 1 November leave without the cycle's bad days.
    ['storefront-availability', 0.712, 0.03],
    ['recommendations-availability', 0.417, 0.06],
    ['order-history-latency-500ms', 0.788, 0.03],
    ['wishlist-availability', 0.88, 0.03],
    ['notifications-delivery', 0.913, 0.03],
    ['user-profile-latency-500ms', 0.966, 0.03],
    ['image-resizer-availability', 0.974, 0.02],
    ['reviews-availability', 0.98, 0.02],
    ['shipping-quotes-availability', 0.95, 0.03],
    ['checkout-latency', 0.718, 0.03],
  ])('%s leaves about %d of its budget', async (ref, remaining, tolerance) => {
    const objective = named(ref);
    const now = MONDAY + 60 * DAY;
    const history = await DemoHistory.read({
      objectives: [objective],
      from: now - 30 * DAY,
      to: now,
    });
    const status = history.statusAt(objective, now);
    expect(status.budget.remaining).toBeGreaterThan(remaining - tolerance);
    expect(status.budget.remaining).toBeLessThan(remaining + tolerance);
  });

  it('agree between the availability and the failed orders of checkout', async () => {
    const pair = [
      named('checkout-availability'),
      named('checkout-failed-transactions'),
    ];
    const range = { from: MONDAY, to: MONDAY + 21 * DAY };
    const history = await DemoHistory.read({ objectives: pair, ...range });
    const [requests, orders] = pair.map(objective =>
      history.sum(objective, range),
    );
    expect(requests.total / orders.total).toBeCloseTo(6, 1);
    expect(
      orders.bad / orders.total / (requests.bad / requests.total),
    ).toBeCloseTo(1, 1);
  });

  it('are those of the load test for the FastAPI service', async () => {
    const [p95, p99, errors] = [
      named('session-api-latency-p95'),
      named('session-api-latency-p99'),
      named('session-api-errors'),
    ];
    const range = { from: MONDAY, to: MONDAY + 14 * DAY };
    const all = [p95, p99, errors];
    const history = await DemoHistory.read({ objectives: all, ...range });
    const share = (objective: ObjectiveDefinition) => {
      const { bad, total } = history.sum(objective, range);
      return bad / total;
    };
    // p95 is 320 ms and p99 680 ms, so between 1 % and 5 % miss 500 ms.
    expect(share(p95)).toBeGreaterThan(0.01);
    expect(share(p95)).toBeLessThan(0.03);
    expect(share(p99)).toBeGreaterThan(0.002);
    expect(share(p99)).toBeLessThan(0.01);
    expect(share(errors)).toBeGreaterThan(0.0011);
    expect(share(errors)).toBeLessThan(0.0013);
  });

  it('are two or three mails a day for the quiet service', async () => {
    const newsletter = named('newsletter-delivery');
    const range = { from: MONDAY, to: MONDAY + 42 * DAY };
    const history = await DemoHistory.read({
      objectives: [newsletter],
      ...range,
    });
    const { total } = history.sum(newsletter, range);
    expect(total / 42).toBeGreaterThan(2.2);
    expect(total / 42).toBeLessThan(2.8);
  });
});
