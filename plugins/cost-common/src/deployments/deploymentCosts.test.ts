import { seriesOf, volumesOf } from '../__testUtils__/series';
import { addDays, listDays } from '../calendar/utcDays';
import { deploymentCosts } from './deploymentCosts';
import { matchWeekdays } from './matchWeekdays';

const FROM = '2026-10-01';

/** A service at 1 M requests a day, 20 a day, and 22 from a day on. */
function given(options: {
  deployed: Record<string, string>;
  dearerFrom?: string;
  completeTo?: string;
  volumes?: number[];
}) {
  const { dearerFrom = '2026-12-01', completeTo = '2026-11-17' } = options;
  const days = Array.from({ length: 48 }, (_, n) => addDays(FROM, n));
  return deploymentCosts({
    unit: 'requests',
    per: 1_000_000,
    deployments: Object.entries(options.deployed).map(([id, day]) => ({
      id,
      version: `v${id}`,
      finishedAt: `${day}T09:00:00Z`,
    })),
    costs: seriesOf(
      FROM,
      days.map(day => {
        if (day >= dearerFrom) {
          return 22;
        }
        // Deployed at nine on the day before: 15 hours of it were dearer.
        return addDays(day, 1) === dearerFrom ? 21.25 : 20;
      }),
    ),
    volumes: volumesOf(FROM, options.volumes ?? days.map(() => 1_000_000)),
    completeTo,
  });
}

describe('deploymentCosts', () => {
  it('compares unit costs on the same weekdays', () => {
    const [result] = given({
      deployed: { a: '2026-11-09' },
      dearerFrom: '2026-11-10',
    });
    expect(result).toEqual({
      deploymentId: 'a',
      version: 'va',
      finishedAt: '2026-11-09T09:00:00Z',
      unit: 'requests',
      per: 1_000_000,
      state: 'changed',
      pairs: 8,
      tried: 1,
      before: '20.00',
      after: '22.00',
      change: {
        ratio: expect.closeTo(0.1, 6),
        low: expect.any(Number),
        high: expect.any(Number),
      },
      // 2 more a day, 365/12 days.
      perMonth: expect.stringMatching(/^60\.83/),
    });
    expect(result.change?.low).toBeGreaterThan(0.09);
    expect(result.change?.high).toBeLessThan(0.11);
  });

  it('cannot tell where nothing moved', () => {
    const [result] = given({ deployed: { a: '2026-11-09' } });
    expect(result.state).toBe('cannot-tell');
    expect(result.change?.ratio).toBeCloseTo(0, 6);
  });

  it('blames the deployment before which it was cheaper, and no later one', () => {
    const results = given({
      deployed: { a: '2026-10-27', b: '2026-11-03', c: '2026-11-10' },
      dearerFrom: '2026-11-04',
    });
    expect(
      results.map(({ deploymentId, state }) => `${deploymentId} ${state}`),
    ).toEqual(['b changed', 'c cannot-tell', 'a cannot-tell']);
    expect(results[1].before).toBe('22.00');
  });

  it('says when it will be known', () => {
    const [result] = given({ deployed: { a: '2026-11-16' } });
    expect(result).toEqual(
      expect.objectContaining({
        state: 'due',
        dueOn: '2026-11-21',
        pairs: 1,
      }),
    );
    expect(result).not.toHaveProperty('liveSeconds');
  });

  it('says that the next one came on the same day', () => {
    const results = given({
      deployed: { a: '2026-11-09', b: '2026-11-09' },
      dearerFrom: '2026-11-10',
    });
    expect(results).toEqual([
      expect.objectContaining({
        deploymentId: 'b',
        state: 'changed',
        // Nobody can tell which of the two it was.
        alternatives: ['a'],
      }),
      expect.objectContaining({
        deploymentId: 'a',
        state: 'too-short',
        liveSeconds: 0,
      }),
    ]);
    expect(results[1]).not.toHaveProperty('change');
  });

  it('finds the one of many that did it, though all were live for a day', () => {
    const deployed = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [`d${n}`, addDays('2026-10-25', n)]),
    );
    const results = given({ deployed, dearerFrom: '2026-11-05' });
    const changed = results.filter(({ state }) => state === 'changed');
    expect(changed.map(({ finishedAt }) => finishedAt.slice(0, 10))).toEqual([
      '2026-11-04',
    ]);
    expect(changed[0]).not.toHaveProperty('alternatives');
  });

  it('says which others it may have been', () => {
    // Nobody knows the days on which they went live.
    const volumes = Array.from({ length: 48 }, (_, n) =>
      n === 39 || n === 40 ? 0 : 1_000_000,
    );
    const results = given({
      deployed: { a: '2026-11-09', b: '2026-11-10' },
      dearerFrom: '2026-11-11',
      volumes,
    });
    expect(
      results.map(({ deploymentId, state, alternatives }) => [
        deploymentId,
        state,
        alternatives,
      ]),
    ).toEqual([
      ['a', 'changed', ['b']],
      ['b', 'cannot-tell', undefined],
    ]);
  });

  it('says that there is no volume, or nothing before', () => {
    const [none] = given({ deployed: { a: '2026-11-03' }, volumes: [] });
    expect(none).toEqual(
      expect.objectContaining({ state: 'no-volume', pairs: 0 }),
    );
    const [first] = given({ deployed: { a: '2026-10-01' } });
    expect(first).toEqual(
      expect.objectContaining({ state: 'cannot-tell', pairs: 0 }),
    );
    expect(first).not.toHaveProperty('change');
  });

  it('takes no day on which something changed for before or after', () => {
    const results = given({
      deployed: { a: '2026-11-03', b: '2026-11-10' },
      dearerFrom: '2026-11-11',
    });
    expect(
      results.map(({ deploymentId, state, pairs }) => [
        deploymentId,
        state,
        pairs,
      ]),
    ).toEqual([
      ['b', 'changed', 7],
      ['a', 'cannot-tell', 13],
    ]);
    // What a later one changed is not part of what it costs after this one.
    expect(results[1].after).toBe('20.00');
  });
});

describe('a change that is no deployment', () => {
  const flat = (day: string) => (day < '2026-11-01' ? 312.4 / 31 : 312.4 / 30);
  const told = (options: {
    deployed: string[];
    costOf(day: string): number;
    from?: string;
    to?: string;
  }) => {
    const { deployed, costOf, from = FROM, to = '2026-11-25' } = options;
    const days = listDays(from, to);
    return deploymentCosts({
      unit: 'requests',
      per: 1_000_000,
      deployments: deployed.map(day => ({
        id: day,
        finishedAt: `${day}T09:00:00Z`,
      })),
      costs: seriesOf(from, days.map(costOf)),
      volumes: volumesOf(
        from,
        days.map(() => 1_000_000),
      ),
      completeTo: days[days.length - 1],
    }).map(({ deploymentId, state, reason }) =>
      [deploymentId.slice(5), state, reason].filter(Boolean).join(' '),
    );
  };

  it('is the turn of a month, where the bill is by the month', () => {
    expect(
      told({ deployed: ['2026-10-14', '2026-10-30'], costOf: flat }).sort(),
    ).toEqual(['10-14 cannot-tell', '10-30 cannot-tell turn-of-month']);
    // the turn itself is not known well enough yet
    expect(
      told({ deployed: ['2026-10-30'], costOf: flat, to: '2026-11-04' }),
    ).toEqual(['10-30 cannot-tell turn-of-month']);
  });

  it('is a fee on the first day of a month', () => {
    expect(
      told({
        deployed: ['2026-10-30', '2026-11-03'],
        costOf: day => (day.endsWith('-01') ? 60 : 20),
      }).sort(),
    ).toEqual(['10-30 cannot-tell', '11-03 cannot-tell']);
  });

  it('is none beside a change of a deployment near the turn', () => {
    expect(
      told({
        deployed: ['2026-11-04'],
        costOf: day => (day <= '2026-11-04' ? 1 : 1.3) * flat(day),
      }),
    ).toEqual(['11-04 changed']);
  });

  it('lies in other days than those beside the deployment', () => {
    expect(
      told({
        deployed: ['2026-10-14', '2026-10-26'],
        costOf: day => (day < '2026-10-20' ? 20 : 22),
      }).sort(),
    ).toEqual(['10-14 cannot-tell not-beside', '10-26 cannot-tell']);
    // for two days
    expect(
      told({
        deployed: ['2026-10-14'],
        costOf: day => (/10-1[67]$/.test(day) ? 60 : 20),
      }),
    ).toEqual(['10-14 cannot-tell not-beside']);
  });

  it('cannot be told with little known before, nor after a change like that', () => {
    const costOf = (day: string) => {
      if (day <= '2026-10-13') {
        return 20;
      }
      return day <= '2026-10-24' ? 21 : 22;
    };
    const deployed = ['2026-10-13', '2026-10-24'];
    expect(told({ deployed, costOf }).sort()).toEqual([
      '10-13 changed',
      '10-24 changed',
    ]);
    expect(told({ deployed, costOf, from: '2026-10-05' }).sort()).toEqual([
      '10-13 changed',
      '10-24 cannot-tell earlier-change',
    ]);
    expect(
      told({ deployed: ['2026-10-13'], costOf, from: '2026-10-09' }),
    ).toEqual(['10-13 cannot-tell little-before']);
  });

  it('widens its interval with every deployment that is tried beside it', () => {
    const widthOf = (others: string[]) => {
      const [{ change, tried }] = given({
        deployed: Object.fromEntries(
          ['2026-11-09', ...others].map((day, n) => [`${n}`, day]),
        ),
        dearerFrom: '2026-11-10',
      });
      return { tried, width: change && change.high - change.low };
    };
    const alone = widthOf([]);
    const many = widthOf(['2026-10-16', '2026-10-19', '2026-10-22']);
    expect([alone.tried, many.tried]).toEqual([1, 4]);
    expect(many.width).toBeGreaterThan(1.1 * alone.width!);
  });

  it('is due a day later where the first of a month says nothing', () => {
    const [{ state, dueOn }] = given({
      deployed: { a: '2026-10-30' },
      completeTo: '2026-11-02',
    });
    expect([state, dueOn]).toEqual(['due', '2026-11-05']);
  });
});

describe('matchWeekdays', () => {
  it('pairs each day with a weekday of its own before', () => {
    const after = Array.from({ length: 14 }, (_, n) => 101 + n);
    const pairs = matchWeekdays({ after, deployed: 100, isKnown: () => true });
    expect(pairs.every(({ before }) => before < 100)).toBe(true);
    expect(pairs.every(pair => (pair.after - pair.before) % 7 === 0)).toBe(
      true,
    );
    expect(new Set(pairs.map(({ before }) => before)).size).toBe(14);
  });

  it('looks five weeks further back where a day is missing', () => {
    const isKnown = (day: number) => day === 101 - 35;
    const of = (known: typeof isKnown) =>
      matchWeekdays({ after: [101], deployed: 100, isKnown: known });
    expect(of(isKnown)).toEqual([{ before: 66, after: 101 }]);
    expect(of(day => day === 101 - 49)).toEqual([]);
  });
});
