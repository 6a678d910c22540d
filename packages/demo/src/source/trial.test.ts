import { simulateTargets } from '@plimsoll/plugin-slo-common';
import { failedRequests, objectiveOf } from '../__testUtils__/objectives';
import { DemoMetricsSource } from './DemoMetricsSource';

const DAY = 86_400;
/** Saturday, 21 November 2026, 13:00 in Warsaw. */
const NOW = Date.parse('2026-11-21T12:00:00Z') / 1000;

describe('trying targets in the demo world', () => {
  it('finds the outage of checkout, and another target pages more', async () => {
    const checkout = objectiveOf(failedRequests('checkout'));
    const span = { from: NOW - 30 * DAY, to: NOW };
    const source = DemoMetricsSource.create({ now: () => NOW });
    const { readings } = await source.readBuckets({
      objectives: [checkout],
      ...span,
      step: 300,
      purpose: 'trial',
    });
    const { targets, coverage } = simulateTargets({
      definition: checkout,
      targets: [0.99, 0.999, 0.9999],
      buckets: readings[0].buckets,
      ...span,
    });
    expect(coverage).toBeGreaterThan(0.99);
    const [lax, own, strict] = targets;
    expect(own.episodes[0]).toMatchObject({
      severity: 'page',
      pair: { long: '1h', short: '5m' },
    });
    expect(lax.pages.count).toBeLessThanOrEqual(own.pages.count);
    expect(strict.pages.count).toBeGreaterThan(own.pages.count);
    expect(strict.budget.remaining).toBeLessThan(0);
    expect(strict.exhaustedSeconds).toBeGreaterThan(DAY);
  });
});
