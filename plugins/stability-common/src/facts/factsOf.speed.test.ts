import { busyService } from '../__fixtures__/busyService';
import { DEFAULT_FACT_RULES as rules } from './DEFAULT_FACT_RULES';
import { factSteps } from './factSteps';
import { factsOf } from './factsOf';

describe('the pace of factsOf', () => {
  it('takes no longer for a deployment where there are ten times as many', () => {
    const now = '2026-12-01T00:00:00Z';
    const pace = (deployments: number, times: number) => {
      const history = busyService({ deployments }).history();
      return Math.min(
        ...Array.from({ length: times }, () => {
          // of this process, whatever else the machine does
          const start = process.cpuUsage();
          factsOf({ history, rules, now });
          const { user, system } = process.cpuUsage(start);
          return (user + system) / 1_000;
        }),
      );
    };
    pace(182, 30);
    const [few, many] = [pace(182, 30), pace(1_820, 5)];
    if (process.env.STABILITY_SHOW_PACE) {
      process.stdout.write(
        `factsOf, 200 deployments: ${few} ms, ten times as many: ${many} ms\n`,
      );
    }
    // 25 here: 10 by the deployments, the rest by memory that no cache holds;
    // more than 200 where each looks at each
    expect(many / few).toBeLessThan(100);
  });

  it('folds a service of 200 deployments', () => {
    const history = busyService({ deployments: 182 }).history();
    const facts = factsOf({ history, rules, now: '2026-12-01T00:00:00Z' });
    expect(facts.deployments).toHaveLength(200);
    expect(
      facts.deployments.filter(({ verdict }) => verdict.name === 'failed'),
    ).toHaveLength(18);
  });

  it('can be put aside: no step is most of the work', () => {
    const history = busyService({ deployments: 4_000 }).history();
    const now = '2026-12-01T00:00:00Z';
    const shareOfLongest = () => {
      const steps = factSteps({ history, rules, now });
      const times: number[] = [];
      for (let isDone = false; !isDone; ) {
        const start = performance.now();
        isDone = steps.next().done === true;
        times.push(performance.now() - start);
      }
      const total = times.reduce((sum, time) => sum + time, 0);
      if (process.env.STABILITY_SHOW_PACE) {
        process.stdout.write(
          `factSteps, 4,000 deployments: ${total.toFixed(
            0,
          )} ms, the longest ${Math.max(...times).toFixed(0)} ms: ${times
            .map(time => time.toFixed(0))
            .join(' ')}\n`,
        );
      }
      return Math.max(...times) / total;
    };
    // the best of some: another process may stop one of them
    expect(Math.min(...Array.from({ length: 4 }, shareOfLongest))).toBeLessThan(
      0.5,
    );
  });
});
