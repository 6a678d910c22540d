import { objectiveDefinition } from '../database/__testUtils__/insertObjectives';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';
import { readTrial } from './readTrial';

const DAY = 86_400;
const to = 1_790_000_100;
const span = { from: to - 30 * DAY, to };
const objective = objectiveDefinition();

function read(
  source: FakeMetricsSource,
  options: { now?: () => number; signal?: AbortSignal } = {},
) {
  // time stands still unless a test moves it, however slow the machine is
  const { signal = new AbortController().signal, now = () => 0 } = options;
  return readTrial({ ...span, source, objective, signal, now });
}

describe('readTrial', () => {
  it('puts the weeks together in order', async () => {
    const source = FakeMetricsSource.create({
      series: at => ({ bad: 0, total: at - span.from }),
    });
    const { buckets, cut, queries } = await read(source);
    expect(buckets.map(({ start }) => start)).toEqual(
      Array.from({ length: 30 * 288 }, (_, index) => span.from + index * 300),
    );
    expect(buckets[7].total).toBe(7 * 300 * 300);
    expect([cut, queries]).toEqual([undefined, 6]);
  });

  it('asks no further where the source remembers nothing', async () => {
    const source = FakeMetricsSource.create();
    source.oldest = to - 3 * DAY;
    const { buckets, cut } = await read(source);
    expect(buckets[0].start).toBe(to - 3 * DAY);
    expect(cut).toBeUndefined();
    expect(source.requests).toHaveLength(3);
  });

  it('looks beyond a day of silence', async () => {
    const source = FakeMetricsSource.create({
      series: at => (at > to - DAY ? undefined : { bad: 0, total: 1 }),
    });
    const { buckets } = await read(source);
    expect(buckets).toHaveLength(29 * 288 + 1);
  });

  it('stops where its time is over, and keeps what it has', async () => {
    const source = FakeMetricsSource.create();
    let millis = 1_000;
    source.onRead = () => {
      millis += 6_000;
    };
    const { buckets, cut } = await read(source, { now: () => millis });
    expect(cut).toBe('time');
    expect(buckets).toHaveLength(8 * 288);
  });

  it('goes on while any of its time is left', async () => {
    const source = FakeMetricsSource.create();
    let millis = 1_000;
    source.onRead = () => {
      millis += 2_000;
    };
    const { buckets, cut } = await read(source, { now: () => millis });
    expect(cut).toBeUndefined();
    expect(buckets).toHaveLength(30 * 288);
  });

  it('stops after very many requests', async () => {
    const source = FakeMetricsSource.create();
    const answer = source.readBuckets.bind(source);
    source.readBuckets = async request => ({
      ...(await answer(request)),
      queries: 40,
    });
    const { buckets, cut, queries } = await read(source);
    expect([cut, queries]).toEqual(['queries', 80]);
    expect(buckets).toHaveLength(8 * 288);
  });

  it('takes nothing that is no number, and no bucket that is not covered', async () => {
    const source = FakeMetricsSource.create();
    const odd = [
      { bad: NaN, total: 1, coveredSeconds: 300 },
      { bad: 0, total: Infinity, coveredSeconds: 300 },
      { bad: 0, total: 0, coveredSeconds: 0 },
      { bad: 1, total: 2, coveredSeconds: 300 },
    ];
    source.readBuckets = async ({ from }) => ({
      readings: [
        {
          buckets: odd.map((bucket, index) => ({
            ...bucket,
            start: from + index * 300,
            seconds: 300,
          })),
          faults: [],
          inconsistent: false,
        },
      ],
      durationMs: 0,
      queries: 1,
    });
    const { buckets } = await read(source);
    expect(buckets.every(({ total }) => total === 2)).toBe(true);
    expect(buckets).toHaveLength(6);
  });

  it('lets go when nobody waits', async () => {
    const source = FakeMetricsSource.create();
    const gone = new AbortController();
    source.onRead = () => gone.abort(new Error('left'));
    await expect(read(source, { signal: gone.signal })).rejects.toThrow('left');
    expect(source.requests).toHaveLength(1);
  });
});
