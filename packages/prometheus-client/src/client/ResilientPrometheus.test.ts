import { setTimeout as sleep } from 'node:timers/promises';
import type { PrometheusApi, Series } from './PrometheusApi';
import { QueryRefusedError, SourceUnavailableError } from './PrometheusErrors';
import { RequestSlots } from './RequestSlots';
import {
  ResilientPrometheus,
  type ResilienceOptions,
} from './ResilientPrometheus';

const down = (isTransient: boolean) =>
  new SourceUnavailableError('down', { isTransient });

/** An API whose answers are given, and which counts what it was asked. */
function scripted(answer: (call: number) => Promise<Series[]>) {
  const calls = { started: 0, inFlight: 0, most: 0 };
  const run = async () => {
    calls.started += 1;
    calls.inFlight += 1;
    calls.most = Math.max(calls.most, calls.inFlight);
    try {
      return await answer(calls.started);
    } finally {
      calls.inFlight -= 1;
    }
  };
  const api: PrometheusApi = {
    query: run,
    queryRange: run,
    retentionSeconds: async () => (await run()).length,
  };
  return { api, calls };
}

function resilient(
  api: PrometheusApi,
  options: Partial<ResilienceOptions> = {},
) {
  return ResilientPrometheus.create(api, {
    name: 'main',
    retryDelayMs: 1,
    ...options,
  });
}

const ask = (api: PrometheusApi) => api.query({ query: 'up', time: 1 });

describe('ResilientPrometheus', () => {
  afterEach(() => jest.restoreAllMocks());

  it('keeps at most four requests in flight', async () => {
    const { api, calls } = scripted(async () => {
      await sleep(5);
      return [];
    });
    const source = resilient(api);
    await Promise.all([
      ...Array.from({ length: 10 }, () => ask(source)),
      ...Array.from({ length: 5 }, () =>
        source.queryRange({ query: 'up', start: 1, end: 2, step: 1 }),
      ),
      source.retentionSeconds({}),
    ]);
    expect(calls).toMatchObject({ started: 16, most: 4 });
  });

  it('repeats what failed in passing', async () => {
    const { api, calls } = scripted(async call => {
      if (call < 3) {
        throw down(true);
      }
      return [];
    });
    expect(await ask(resilient(api))).toEqual([]);
    expect(calls.started).toBe(3);
  });

  it('gives up after two repetitions', async () => {
    const { api, calls } = scripted(() => Promise.reject(down(true)));
    await expect(ask(resilient(api))).rejects.toThrow('down');
    expect(calls.started).toBe(3);
  });

  it('repeats neither a lasting failure nor a refused query', async () => {
    const lasting = scripted(() => Promise.reject(down(false)));
    await expect(ask(resilient(lasting.api))).rejects.toThrow('down');
    expect(lasting.calls.started).toBe(1);

    const refused = scripted(() =>
      Promise.reject(new QueryRefusedError('parse error')),
    );
    const source = resilient(refused.api);
    for (let call = 1; call <= 8; call += 1) {
      await expect(ask(source)).rejects.toThrow('parse error');
    }
    expect(refused.calls.started).toBe(8);
  });

  it('leaves a source alone after five failures in a row, then tries once', async () => {
    let isUp = false;
    const { api, calls } = scripted(async () => {
      if (!isUp) {
        throw down(false);
      }
      return [];
    });
    let millis = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => millis);
    const source = resilient(api);
    for (let call = 1; call <= 5; call += 1) {
      await expect(ask(source)).rejects.toThrow('down');
    }
    await expect(ask(source)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining(
        'The source main failed several times in a row',
      ),
    });
    expect(calls.started).toBe(5);

    millis += 14_999;
    await expect(ask(source)).rejects.toThrow('left alone');
    expect(calls.started).toBe(5);
    millis += 1;
    await expect(ask(source)).rejects.toThrow('down');
    await expect(ask(source)).rejects.toThrow('left alone');
    expect(calls.started).toBe(6);

    isUp = true;
    millis += 15_000;
    expect(await ask(source)).toEqual([]);
    expect(await ask(source)).toEqual([]);
    expect(calls.started).toBe(8);
  });

  it('counts failures in a row only', async () => {
    const { api, calls } = scripted(async call => {
      if (call % 5 !== 0) {
        throw down(false);
      }
      return [];
    });
    const source = resilient(api);
    for (let call = 1; call <= 20; call += 1) {
      await ask(source).catch(() => {});
    }
    expect(calls.started).toBe(20);
  });

  it('does not start what was given up while it waited', async () => {
    const { api, calls } = scripted(async () => {
      await sleep(10);
      return [];
    });
    const source = resilient(api, {
      slots: RequestSlots.create({ slots: 1 }),
    });
    const abort = new AbortController();
    const first = ask(source);
    const second = source.query({
      query: 'up',
      time: 1,
      signal: abort.signal,
    });
    abort.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    await first;
    expect(calls.started).toBe(1);
  });

  it('counts requests against a source, not their repetitions', async () => {
    const { api, calls } = scripted(() => Promise.reject(down(true)));
    const source = resilient(api);
    for (let call = 1; call <= 4; call += 1) {
      await expect(ask(source)).rejects.toThrow('down');
    }
    expect(calls.started).toBe(12);
    await expect(ask(source)).rejects.toThrow('down');
    await expect(ask(source)).rejects.toThrow('left alone');
    expect(calls.started).toBe(15);
  });

  it('shares slots with who reads history, but not its failures', async () => {
    const { api } = scripted(async () => []);
    const slots = RequestSlots.create();
    const broken = scripted(() => Promise.reject(down(true)));
    const history = resilient(broken.api, {
      slots,
      urgency: 'history',
      failuresToOpen: 1,
      retries: 0,
    });
    const live = resilient(api, { slots });

    await expect(ask(history)).rejects.toThrow('down');
    await expect(ask(history)).rejects.toThrow('left alone');
    expect(broken.calls.started).toBe(1);
    await expect(ask(live)).resolves.toEqual([]);
  });

  describe('a failure that may be the query’s', () => {
    const suspect = new SourceUnavailableError('answered with status 504', {
      isTransient: false,
      mayBeTheQuery: true,
    });

    /** Fails over some queries; `isUp` says what the cheapest one gets. */
    function failing(options: { isUp: boolean }) {
      const queries: string[] = [];
      const api: PrometheusApi = {
        query: async ({ query }) => {
          queries.push(query);
          if (query === 'heavy' || !options.isUp) {
            throw suspect;
          }
          return [];
        },
        queryRange: async () => [],
        retentionSeconds: async () => undefined,
      };
      return { api, queries };
    }
    const heavy = { query: 'heavy', time: 1 };

    it('is the query’s where the source answers the cheapest one, and opens nothing', async () => {
      const { api, queries } = failing({ isUp: true });
      const source = resilient(api);
      for (let call = 1; call <= 8; call += 1) {
        await expect(source.query(heavy)).rejects.toMatchObject({
          name: 'QueryTimeoutError',
          message:
            'The query was too much for the source: answered with status 504',
        });
      }
      expect(queries.slice(0, 4)).toEqual([
        'heavy',
        'vector(1)',
        'heavy',
        'vector(1)',
      ]);
      await expect(ask(source)).resolves.toEqual([]);
    });

    it('is the query’s where another one was answered meanwhile, without asking', async () => {
      const { api, queries } = failing({ isUp: true });
      let goOn = () => {};
      const held = new Promise<void>(resolve => {
        goOn = resolve;
      });
      const slow: PrometheusApi = {
        ...api,
        query: async request => {
          if (request.query === 'heavy') {
            await held;
          }
          return api.query(request);
        },
      };
      const source = resilient(slow);

      const failed = source.query(heavy);
      await ask(source);
      goOn();
      await expect(failed).rejects.toMatchObject({ name: 'QueryTimeoutError' });
      expect(queries).toEqual(['up', 'heavy']);
    });

    it('is the source’s where it answers nothing, and is asked about once', async () => {
      const { api, queries } = failing({ isUp: false });
      const source = resilient(api);
      const all = [source.query(heavy), source.query(heavy)];
      for (const failed of all) {
        await expect(failed).rejects.toBe(suspect);
      }
      expect(queries).toEqual(['heavy', 'heavy', 'vector(1)']);
    });
  });
});
