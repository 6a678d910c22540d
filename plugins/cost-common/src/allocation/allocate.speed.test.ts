import { lineOf } from '../__testUtils__/lines';
import { listDays } from '../calendar/utcDays';
import { allocate } from './allocate';
import { conservationOf } from './conservationOf';

/** A month with five lines a service. */
function monthOf(services: number): Parameters<typeof allocate>[0] {
  const refs = Array.from({ length: services }, (_, n) => `component:d/s${n}`);
  const days = listDays('2026-11-01', '2026-12-01');
  return {
    lines: Array.from({ length: 5 * services }, (_, n) =>
      lineOf({
        day: days[n % 30],
        cost: `${1 + (n % 97) / 7}`.slice(0, 8),
        key: {
          product: n % 499 === 0 ? 'Amazon EKS' : 'Amazon EC2',
          tags: n % 50 === 0 ? {} : { service: `s${(n * 7) % services}` },
        },
      }),
    ),
    mapping: refs.map((entityRef, n) => ({
      by: 'tag' as const,
      key: 'service',
      value: `s${n}`,
      entityRef,
    })),
    tags: ['service'],
    rules: [
      {
        name: 'control plane',
        match: { product: 'Amazon EKS' },
        pool: 'platform',
      },
    ],
    pools: [{ name: 'platform', key: 'cost' as const }],
    services: refs,
  };
}

/** Milliseconds of a processor, at best. */
function pace(month: Parameters<typeof allocate>[0]): number {
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    allocate(month);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

describe('the pace of allocate', () => {
  // `npm run bench -- costAllocate` has the seconds
  it('takes no longer for a line where there are ten times as many', () => {
    const large = monthOf(10_000);
    const small = monthOf(1_000);
    expect(large.lines).toHaveLength(50_000);
    const ratio = pace(large) / pace(small);
    if (process.env.COST_SHOW_PACE) {
      process.stdout.write(`allocate, ten times the lines: ${ratio}\n`);
    }
    // 26 here: 10 by the lines, the rest by memory that no cache holds; more
    // than 200 where each line looks at each service
    expect(ratio).toBeLessThan(100);
  });

  it('keeps every cent of a large month', () => {
    const month = monthOf(10_000);
    const differences = conservationOf({
      lines: month.lines,
      costs: allocate(month),
    });
    expect(differences.map(({ difference }) => difference)).toEqual(
      Array(4).fill('0.00'),
    );
  });
});
