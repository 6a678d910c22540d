import { busyService } from '../__fixtures__/busyService';
import { DEFAULT_FACT_RULES as rules } from './DEFAULT_FACT_RULES';
import { factsOf } from './factsOf';

describe('the pace of factsOf', () => {
  // 5 ms on a machine at rest; ten times that on one that does much else.
  it('folds a service of 200 deployments in a few milliseconds', () => {
    const history = busyService({ deployments: 182 }).history();
    const now = '2026-12-01T00:00:00Z';
    const facts = factsOf({ history, rules, now });
    expect(facts.deployments).toHaveLength(200);
    expect(
      facts.deployments.filter(({ verdict }) => verdict.name === 'failed'),
    ).toHaveLength(18);
    const times = Array.from({ length: 30 }, () => {
      const start = performance.now();
      factsOf({ history, rules, now });
      return performance.now() - start;
    });
    const best = Math.min(...times);
    if (process.env.STABILITY_SHOW_PACE) {
      process.stdout.write(
        `factsOf, 200 deployments: best ${best.toFixed(2)} ms, median ${times
          .sort((a, b) => a - b)[15]
          .toFixed(2)} ms\n`,
      );
    }
    expect(best).toBeLessThan(50);
  });
});
