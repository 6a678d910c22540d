import {
  QueryRefusedError,
  SourceUnavailableError,
  type Series,
} from '@plimsoll/prometheus-client';
import { IncreaseProbe } from './IncreaseProbe';

const NOW = 1_768_003_230_000;

function probeOf(
  answer: (query: string) => Array<Partial<Series>>,
  options: { scrapeSeconds?: number } = {},
) {
  const asked: Array<{ query: string; time: number }> = [];
  const clock = { now: NOW };
  const probe = IncreaseProbe.create({
    scrapeSeconds: 60,
    enforcedMatchers: { tenant: 'shop' },
    ...options,
    now: () => clock.now,
    api: {
      query: async ({ query, time }) => {
        asked.push({ query, time });
        return answer(query).map(series => ({
          labels: {},
          points: [],
          isHistogram: false,
          ...series,
        }));
      },
      queryRange: async () => [],
      retentionSeconds: async () => undefined,
    },
  });
  return { probe, asked, clock };
}

const value = (number: number): Array<Partial<Series>> => [
  { points: [[NOW / 1_000, number]] },
];
describe('IncreaseProbe', () => {
  it('finds the modifier where it is understood, of the tenant alone', async () => {
    const { probe, asked } = probeOf(() => value(1));
    expect(probe.known).toBeUndefined();
    expect(await probe.find()).toBe('anchored');
    expect(probe.known).toBe('anchored');
    expect(asked).toEqual([
      {
        query:
          'sum(absent(increase(plimsoll_probe{tenant="shop"}[300s] anchored)))',
        time: 1_768_003_230,
      },
    ]);
  });

  it.each<[string, (query: string) => Array<Partial<Series>>]>([
    [
      'a server that does not know the modifier',
      () => {
        throw new QueryRefusedError('unexpected identifier "anchored"');
      },
    ],
    ['another answer', () => value(0)],
    ['an answer without series', () => []],
    ['an answer with labels', () => [{ ...value(1)[0], labels: { a: 'b' } }]],
    ['an answer with several series', () => [...value(1), ...value(1)]],
  ])('finds nothing in %s', async (_, answer) => {
    expect(await probeOf(answer).probe.find()).toBeUndefined();
  });

  it('asks not for the modifier where scrapes are further apart than it looks back', async () => {
    const { probe, asked } = probeOf(() => value(1), { scrapeSeconds: 121 });
    expect(await probe.find()).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('asks once an hour, and once for all who want to know', async () => {
    const { probe, asked, clock } = probeOf(() => value(1));
    await Promise.all([probe.find(), probe.find()]);
    clock.now += 3_599_999;
    await probe.find();
    expect(asked).toHaveLength(1);
    clock.now += 1;
    await probe.find();
    expect(asked).toHaveLength(2);
  });

  it('keeps what it knows when a server does not answer, and asks again in five minutes', async () => {
    let isAway = false;
    const { probe, asked, clock } = probeOf(() => {
      if (isAway) {
        throw new SourceUnavailableError('away', { isTransient: false });
      }
      return value(1);
    });
    await probe.find();
    isAway = true;
    clock.now += 3_600_000;
    expect(await probe.find()).toBe('anchored');
    clock.now += 299_999;
    await probe.find();
    expect(asked).toHaveLength(2);
    clock.now += 1;
    await probe.find();
    expect(asked).toHaveLength(3);
  });
});
