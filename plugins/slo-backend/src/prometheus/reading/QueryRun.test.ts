import {
  QueryRefusedError,
  QueryTimeoutError,
  QueryTooLargeError,
  SourceUnavailableError,
  type InstantQuery,
  type PrometheusApi,
  type RangeQuery,
  type Series,
} from '@plimsoll/prometheus-client';
import { objective, ratio } from '../__fixtures__/objectives';
import type { Evaluation } from './Evaluation';
import type { Expression } from './Expression';
import { FaultMemory } from './FaultMemory';
import { measure } from './measure';
import { QueryLength } from './QueryLength';
import { QueryRun, type QueryRunOptions } from './QueryRun';

const instant: Evaluation = {
  start: 300,
  end: 300,
  step: 300,
  windowSeconds: 300,
};
const hour: Evaluation = { ...instant, end: 3_600 };

const totalOf = (total: string): Expression =>
  measure(objective({ indicator: ratio({ bad: total, total }) }), {
    scrapeSeconds: 60,
    enforcedMatchers: {},
  }).total;

/** One expression for each name, of one shape. */
const services = (...names: string[]) =>
  names.map(name => totalOf(`sum(rate(x{s="${name}"}[{{.window}}]))`));

/** One expression for each name, each of its own shape. */
const metrics = (...names: string[]) =>
  names.map(name => totalOf(`sum(${name})`));

type Sent = { query: string; points: number; timeoutSeconds?: number };

function running(
  respond: (sent: Sent, request: InstantQuery | RangeQuery) => Series[],
  faults: FaultMemory = FaultMemory.create(),
  options: Partial<QueryRunOptions> = {},
) {
  const sent: Sent[] = [];
  const answer = async (request: InstantQuery | RangeQuery) => {
    const points =
      'start' in request ? (request.end - request.start) / request.step + 1 : 1;
    const { query, timeoutSeconds } = request;
    const entry = { query, points, timeoutSeconds };
    sent.push(entry);
    return respond(entry, request);
  };
  const api: PrometheusApi = {
    query: answer,
    queryRange: answer,
    retentionSeconds: async () => undefined,
  };
  const { signal } = new AbortController();
  return { sent, run: QueryRun.create({ api, faults, signal, ...options }) };
}

const faultsOf = (run: QueryRun, expressions: Expression[]) =>
  expressions.map(expression => run.answerOf(expression).fault);

describe('QueryRun', () => {
  it('asks many services in one query', async () => {
    const { run, sent } = running(() => []);
    await run.ask([
      { expressions: services('a', 'b', 'c'), evaluations: [instant, hour] },
    ]);
    expect(sent.map(({ points }) => points).sort()).toEqual([1, 12]);
    expect(run.requests).toBe(2);
  });

  it('pitfall 14: finds the one bad member of a group by halves', async () => {
    const names = Array.from({ length: 32 }, (_, i) => `service-${i}`);
    const expressions = services(...names);
    const { run, sent } = running(({ query }) => {
      if (query.includes('service-13')) {
        throw new QueryRefusedError('many-to-many');
      }
      return [];
    });
    await run.ask([{ expressions, evaluations: [instant] }]);
    expect(faultsOf(run, expressions)).toEqual(
      names.map(name => (name === 'service-13' ? 'many-to-many' : undefined)),
    );
    expect(sent.length).toBeLessThanOrEqual(1 + 2 * 5);
  });

  it('finds bad queries among different ones, and does not send them again soon', async () => {
    const expressions = metrics('a', 'bad1', 'c', 'd', 'bad2');
    const faults = FaultMemory.create();
    const respond = ({ query }: Sent) => {
      if (query.includes('bad')) {
        throw new QueryRefusedError('refused');
      }
      return [];
    };
    const first = running(respond, faults);
    await first.run.ask([{ expressions, evaluations: [instant] }]);
    const expected = [undefined, 'refused', undefined, undefined, 'refused'];
    expect(faultsOf(first.run, expressions)).toEqual(expected);

    const second = running(respond, faults);
    await second.run.ask([{ expressions, evaluations: [instant] }]);
    expect(faultsOf(second.run, expressions)).toEqual(expected);
    expect(second.sent).toHaveLength(1);
    expect(second.sent[0].query).not.toContain('bad');
  });

  it('cuts time before expressions when an answer is too large', async () => {
    const expressions = services('a', 'b');
    const { run, sent } = running(({ points }) => {
      if (points > 3) {
        throw new QueryTooLargeError('too large');
      }
      return [];
    });
    await run.ask([{ expressions, evaluations: [hour] }]);
    expect(sent.map(({ points }) => points)).toEqual([12, 6, 6, 3, 3, 3, 3]);
    expect(faultsOf(run, expressions)).toEqual([undefined, undefined]);
  });

  it('gives up an expression that is too large by itself', async () => {
    const expressions = services('a', 'large');
    const { run } = running(({ query }) => {
      if (query.includes('large')) {
        throw new QueryTooLargeError('too large');
      }
      return [];
    });
    await run.ask([{ expressions, evaluations: [{ ...hour, end: 600 }] }]);
    expect(faultsOf(run, expressions)).toEqual([undefined, 'too large']);
  });

  it('blames a slow query while others are answered', async () => {
    const expressions = metrics('a', 'slow', 'c');
    const faults = FaultMemory.create();
    const { run } = running(({ query }) => {
      if (query.includes('slow')) {
        throw new QueryTimeoutError('took too long');
      }
      return [];
    }, faults);
    await run.ask([{ expressions, evaluations: [instant] }]);
    expect(faultsOf(run, expressions)).toEqual([
      undefined,
      'took too long',
      undefined,
    ]);
    expect(faults.recall(expressions[1].key)).toBe('took too long');
  });

  it('finds a slow member of a group in few steps, each soon given up', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `service-${i}-`);
    const expressions = services(...names);
    const { run, sent } = running(({ query }) => {
      if (query.includes('service-77-')) {
        throw new QueryTimeoutError('took too long');
      }
      return [];
    });
    await run.ask([{ expressions, evaluations: [instant] }]);
    expect(faultsOf(run, expressions).filter(Boolean)).toHaveLength(1);
    const slow = sent.filter(({ query }) => query.includes('service-77-'));
    expect(slow.map(({ timeoutSeconds }) => timeoutSeconds)).toEqual([
      10,
      10,
      undefined,
    ]);
  });

  it('finds a slow member before it cuts time, so that the others are answered soon', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `service-${i}-`);
    const expressions = services(...names);
    const { run, sent } = running(({ query }) => {
      if (query.includes('service-7-')) {
        throw new QueryTimeoutError('took too long');
      }
      return [];
    });
    await run.ask([{ expressions, evaluations: [hour] }]);
    expect(faultsOf(run, expressions).filter(Boolean)).toHaveLength(1);
    const slow = sent.filter(({ query }) => query.includes('service-7-'));
    // the first point that fails tells enough
    expect(slow.map(({ points }) => points)).toEqual([12, 12, 12, 6, 3, 2, 1]);
  });

  it('remembers who was slow when time runs out before all are read', async () => {
    const [good, slow, late] = metrics('good', 'slow', 'late');
    const faults = FaultMemory.create();
    const { run } = running(({ query, points }) => {
      if (query.includes('slow')) {
        throw new QueryTimeoutError('took too long');
      }
      if (query.includes('late')) {
        throw points > 1
          ? new QueryTooLargeError('too large')
          : new Error('no time is left');
      }
      return [];
    }, faults);

    await expect(
      run.ask([
        { expressions: [good], evaluations: [instant] },
        { expressions: [slow], evaluations: [instant] },
        { expressions: [late], evaluations: [hour] },
      ]),
    ).rejects.toThrow('no time is left');
    expect(faults.recall(slow.key)).toBe('took too long');
    expect(faults.recall(good.key)).toBeUndefined();
    expect(faults.recall(late.key)).toBeUndefined();
  });

  it('blames a few in a hundred slow queries, not the source', async () => {
    const names = Array.from({ length: 200 }, (_, i) =>
      i % 40 === 0 ? `slow${i}` : `m${i}`,
    );
    const expressions = metrics(...names);
    const { run } = running(({ query }) => {
      if (query.includes('slow')) {
        throw new QueryTimeoutError('took too long');
      }
      return [];
    });
    await run.ask([{ expressions, evaluations: [instant] }]);
    expect(faultsOf(run, expressions).filter(Boolean)).toHaveLength(5);
  });

  it('asks whether the source answers at all when its only query is slow', async () => {
    const [slow] = metrics('slow');
    const up = running(({ query }) => {
      if (query.includes('slow')) {
        throw new QueryTimeoutError('took too long');
      }
      return [];
    });
    await up.run.ask([{ expressions: [slow], evaluations: [instant] }]);
    expect(up.run.answerOf(slow).fault).toBe('took too long');
    expect(up.sent.map(({ query }) => query).at(-1)).toBe('vector(1)');

    const down = running(() => {
      throw new QueryTimeoutError('took too long');
    });
    await expect(
      down.run.ask([{ expressions: [slow], evaluations: [instant] }]),
    ).rejects.toThrow('takes too long for every query');
  });

  it('blames the source when every query is slow, without trying each', async () => {
    const expressions = metrics(
      ...Array.from({ length: 20 }, (_, i) => `m${i}`),
    );
    const faults = FaultMemory.create();
    const { run, sent } = running(() => {
      throw new QueryTimeoutError('took too long');
    }, faults);
    await expect(
      run.ask([{ expressions, evaluations: [instant] }]),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    expect(sent.length).toBeLessThan(20);
    expect(faults.recall(expressions[0].key)).toBeUndefined();
  });

  it('blames the source when more than three expressions are slow', async () => {
    const { run } = running(({ query }) => {
      if (query.includes('slow')) {
        throw new QueryTimeoutError('took too long');
      }
      return [];
    });
    const names = ['a', 'slow1', 'b', 'slow2', 'c', 'slow3', 'd', 'slow4'];
    await expect(
      run.ask([{ expressions: metrics(...names), evaluations: [instant] }]),
    ).rejects.toThrow('takes too long for every query');
  });

  it('throws what is wrong with the source', async () => {
    const { run, sent } = running(() => {
      throw new SourceUnavailableError('down', { isTransient: true });
    });
    await expect(
      run.ask([{ expressions: services('a', 'b'), evaluations: [instant] }]),
    ).rejects.toThrow('down');
    expect(sent).toHaveLength(1);
  });

  it('reads again, carefully, only where counters were reset', async () => {
    const expressions = services('a', 'b', 'c');
    const series = (part: string, s: string, ...points: Series['points']) => ({
      labels: { plimsoll_part: part, s },
      points,
      isHistogram: false,
    });
    const { run, sent } = running(({ query, points }) => {
      const isCareful = query.includes(':15s]');
      if (!isCareful) {
        return [
          series('0', 'a', [300, 1], [600, 1], [3_600, 1]),
          series('0', 'b', [300, 2], [600, 2], [3_600, 2]),
          series('1', 'b', [600, 1]),
          series('1', 'a', [3_600, 1]),
        ];
      }
      expect(points).toBe(1);
      return [
        {
          labels: {},
          points: [
            [600, 20],
            [3_600, 10],
          ],
          isHistogram: false,
        },
      ];
    });
    await run.ask([{ expressions, evaluations: [hour] }]);
    const values = expressions.map(expression =>
      Object.fromEntries(run.answerOf(expression).values),
    );
    expect(values).toEqual([
      { 300: 1, 600: 1, 3600: 10 },
      { 300: 2, 600: 20, 3600: 2 },
      {},
    ]);
    const careful = sent.slice(1).map(({ query }) => query);
    expect(careful).toHaveLength(2);
    expect(careful[0]).toContain('s="b"');
    expect(careful[0]).not.toContain('s="a"');
    expect(careful[1]).toContain('s="a"');
  });

  it('bounds the values of one answer', async () => {
    const names = Array.from({ length: 100 }, (_, i) => `service-${i}`);
    const { run, sent } = running(() => []);
    const month: Evaluation = { ...instant, end: 300 * 8_640 };
    await run.ask([{ expressions: services(...names), evaluations: [month] }]);
    for (const { points } of sent) {
      expect(points * 100).toBeLessThanOrEqual(50_000 * 1.5);
    }
    expect(sent.length).toBeGreaterThanOrEqual(18);

    const pointsFor = async (evaluation: Evaluation) => {
      const single = running(() => []);
      await single.run.ask([
        { expressions: services('a'), evaluations: [evaluation] },
      ]);
      return single.sent.map(({ points }) => points);
    };
    const quarter = 90 * 86_400;
    expect(await pointsFor({ ...instant, end: quarter })).toEqual([
      8_928, 8_928, 8_064,
    ]);
    expect(
      await pointsFor({
        start: 900,
        end: quarter,
        step: 900,
        windowSeconds: 900,
      }),
    ).toEqual([2_976, 2_976, 2_688]);
    expect(
      await pointsFor({
        start: 60,
        end: 60 * 12_000,
        step: 60,
        windowSeconds: 60,
      }),
    ).toEqual([10_000, 2_000]);
  });

  it('asks for nothing where there is nothing to ask', async () => {
    const { run, sent } = running(() => []);
    await run.ask([{ expressions: [], evaluations: [hour] }]);
    await run.ask([{ expressions: services('a'), evaluations: [] }]);
    expect(sent).toEqual([]);
  });

  describe('asks long queries', () => {
    const many = services(
      ...Array.from({ length: 400 }, (_, index) => `a-service-${index}`),
    );
    const schedule = [{ expressions: many, evaluations: [instant] }];
    const bytes = (sent: Sent[]) =>
      sent.map(({ query }) => Buffer.byteLength(query));

    it('where they are taken', async () => {
      const { run, sent } = running(() => []);
      await run.ask(schedule);
      expect(sent).toHaveLength(1);
      expect(bytes(sent)[0]).toBeGreaterThan(15_000);
    });

    it('and short ones from then on, where their length was refused', async () => {
      const length = QueryLength.create();
      const refusing = () =>
        running(
          ({ query }) => {
            if (Buffer.byteLength(query) > 16_384) {
              throw new QueryTooLargeError('too long query');
            }
            return [];
          },
          FaultMemory.create(),
          { length },
        );
      const first = refusing();
      await first.run.ask(schedule);
      expect(faultsOf(first.run, many)).not.toContainEqual(expect.anything());
      const second = refusing();
      await second.run.ask(schedule);
      expect(second.sent).toHaveLength(first.sent.length - 1);
      expect(Math.max(...bytes(second.sent))).toBeLessThanOrEqual(15_000);
    });

    it('further on, where one of many was refused for what it says', async () => {
      const length = QueryLength.create();
      const { run } = running(
        ({ query }) => {
          if (
            query.includes('a-service-7|') ||
            query.includes('a-service-7"')
          ) {
            throw new QueryRefusedError('bad');
          }
          return [];
        },
        FaultMemory.create(),
        { length },
      );
      await run.ask(schedule);
      const faults = faultsOf(run, many);
      expect(faults[7]).toBe('bad');
      expect(faults.filter(fault => fault !== undefined)).toHaveLength(1);
      expect(length.maxBytes).toBeGreaterThan(15_000);
    });
  });

  it('asks for no resets where the server sees them by itself', async () => {
    const { run, sent } = running(() => [], FaultMemory.create(), {
      serverIncrease: 'anchored',
    });
    await run.ask([
      { expressions: services('a', 'b'), evaluations: [instant] },
    ]);
    expect(sent.map(({ query }) => query)).toEqual([
      'sum by (s) (increase(x{s=~"a|b"}[300s] anchored))',
    ]);
  });
});
