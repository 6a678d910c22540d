import type { SloState } from '@plimsoll/plugin-slo-common';
import { DemoHistory } from '../__testUtils__/DemoHistory';
import { demoObjectives } from '../__testUtils__/demoObjectives';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const CYCLE = 35 * DAY;
/** 26 October 2026, 00:00 in Warsaw: the first day of a cycle. */
const FIRST = Date.parse('2026-10-25T23:00:00Z') / 1000;
/** From the first missing half hour of the outage to its end, in the cycle. */
const OUTAGE = [2 * DAY + 2.4 * HOUR, 2 * DAY + 4.1 * HOUR];
/** The Redis outage, and six hours in which it is still burning. */
const REDIS = [8 * DAY + 14 * HOUR, 8 * DAY + 20.4 * HOUR];

const objectives = demoObjectives();
const within = ([from, to]: number[], moment: number) =>
  moment >= from && moment < to;

/** Objectives by state, as `document#objective`. */
function statesAt(history: DemoHistory, now: number) {
  const states: Partial<Record<SloState, string[]>> = {};
  for (const objective of objectives) {
    const { state } = history.statusAt(objective, now);
    const name = `${objective.ref.slice('slo:default/'.length)}#${
      objective.objective
    }`;
    (states[state] ??= []).push(name);
  }
  return states;
}

const MAY_BURN = [
  'payment-failed-transactions#failed-transactions',
  'payment-latency-800ms#latency-800-ms',
  'product-listing-latency-2s#latency-p95-2-s',
];
const MAY_BURN_AFTER_REDIS = [
  ...MAY_BURN,
  'cart-availability#availability',
  'checkout-availability#availability',
  'checkout-failed-transactions#failed-transactions',
];

describe('the states of the fleet', () => {
  it.each([
    ['in autumn', 0],
    ['over the change to summer time', 4],
    ['in summer', 7],
    ['in winter, a year later', 11],
  ])(
    'are at any moment those that the README promises, %s',
    async (_, cycles) => {
      // An hour earlier once summer time has begun, which no promise minds.
      const begin = FIRST + cycles * CYCLE;
      const history = await DemoHistory.read({
        objectives,
        from: begin - 60 * DAY,
        to: begin + CYCLE,
      });
      for (let now = begin; now < begin + CYCLE; now += 7 * HOUR) {
        const moment = now - begin;
        if (within(OUTAGE, moment) || within(OUTAGE, moment + HOUR)) {
          continue;
        }
        const { ok = [], burning = [], ...others } = statesAt(history, now);
        expect(others).toEqual({
          exhausted: ['search-latency-2s#latency-p95-2-s'],
          'no-data': ['fraud-score-availability#availability'],
          'warming-up': ['gift-cards-availability#availability'],
          insufficient: ['newsletter-delivery#delivery-in-60-s'],
          'no-traffic': ['invoice-export-success#success-of-exports'],
        });
        const redis = within(REDIS, moment) || within(REDIS, moment + HOUR);
        const allowed = redis ? MAY_BURN_AFTER_REDIS : MAY_BURN;
        expect(allowed).toEqual(expect.arrayContaining(burning));
        expect(burning.some(name => name.startsWith('payment-'))).toBe(true);
        expect(ok.length).toBeGreaterThan(objectives.length - 12);
      }
    },
  );

  it('are unmeasured only while the source is down', async () => {
    const down = FIRST + 2 * DAY + 2 * HOUR;
    const cart = objectives.filter(
      ({ ref }) => ref === 'slo:default/cart-availability',
    );
    const history = await DemoHistory.read({
      objectives: cart,
      from: down - 2 * DAY,
      to: down + DAY,
    });
    const reasons = [0.5, 1, 2, 2.25].map(
      hours => history.statusAt(cart[0], down + hours * HOUR).reason.code,
    );
    expect(reasons[0]).not.toBe('series-absent');
    expect(reasons[1]).toBe('series-absent');
    expect(reasons[2]).toBe('series-absent');
    expect(reasons[3]).not.toBe('series-absent');
  });
});
