import type { ObjectiveInspection } from '@plimsoll/plugin-slo-common';
import { objectiveDefinition } from '../database/__testUtils__/insertObjectives';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';
import { Inspector } from './Inspector';

const NOW = 1_763_000_000;

function setUp(options: { timeoutMs?: number } = {}) {
  const source = FakeMetricsSource.create();
  const clock = { seconds: NOW };
  const inspector = Inspector.create({
    sources: {
      names: ['prometheus', 'dumb'],
      get: name =>
        ({
          prometheus: { source },
          dumb: {
            source: {
              validate: () => [],
              readBuckets: async () => ({
                readings: [],
                durationMs: 0,
                queries: 0,
              }),
            },
          },
        }[name]),
    },
    now: () => clock.seconds,
    ...options,
  });
  return { source, clock, inspector };
}

const named = (query: string) =>
  objectiveDefinition({
    indicator: { kind: 'raw', rawType: 'success', raw: { spec: { query } } },
  });

describe('Inspector', () => {
  it('asks the same once a minute, whoever asks', async () => {
    const { source, clock, inspector } = setUp();
    await Promise.all([
      inspector.inspect(named('a')),
      inspector.inspect({ ...named('a'), target: 0.5, ref: 'slo:default/b' }),
    ]);
    expect(source.inspected).toHaveLength(1);
    expect(source.inspected[0].at).toBe(NOW);
    await inspector.inspect(named('b'));
    expect(source.inspected).toHaveLength(2);
    clock.seconds += 59;
    await inspector.inspect(named('a'));
    expect(source.inspected).toHaveLength(2);
    clock.seconds += 1;
    await inspector.inspect(named('a'));
    expect(source.inspected).toHaveLength(3);
  });

  it('says why there is no answer, without addresses', async () => {
    const { source, inspector } = setUp();
    source.down = new Error('connect ECONNREFUSED http://10.0.0.7:9090/api');
    const { reason } = await inspector.inspect(named('a'));
    expect(reason).toMatch(/^the source 'prometheus' could not be asked: /);
    expect(reason).not.toContain('10.0.0.7');
    const dumb = await inspector.inspect({ ...named('a'), source: 'dumb' });
    expect(dumb.reason).toContain("the source 'dumb' cannot be asked");
  });

  it('does not wait for a source that hangs, and lets go of it', async () => {
    const { source, inspector } = setUp({ timeoutMs: 20 });
    let signal: AbortSignal | undefined;
    source.inspect = request => {
      signal = request.signal;
      return new Promise(() => {});
    };
    const { reason } = await inspector.inspect(named('a'));
    expect(reason).toContain('did not answer within 0.02 s');
    expect(signal?.aborted).toBe(true);
  });

  it('asks a source one thing at a time, and turns a crowd away', async () => {
    const { source, inspector } = setUp();
    let running = 0;
    let most = 0;
    source.inspect = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => setTimeout(resolve, 1));
      running -= 1;
      return { queries: [], unanswered: [] };
    };
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        inspector.inspect(named(`q${index}`)),
      ),
    );
    expect(most).toBe(1);
    const away = answers.filter(({ reason }) =>
      reason?.includes('too many documents'),
    );
    expect(away.length).toBeGreaterThan(30);
    expect(away.length).toBeLessThan(50);
    // who was turned away is not remembered
    const { reason } = await inspector.inspect(named('q99'));
    expect(reason).toBeUndefined();
  });

  it('lets go of a source that nobody waits for, and asks no further', async () => {
    const { source, inspector } = setUp();
    const signals: Array<AbortSignal | undefined> = [];
    source.inspect = ({ signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    };
    const caller = new AbortController();
    const other = new AbortController();
    const left = ['a', 'b', 'c'].map(query =>
      inspector.inspect(named(query), caller.signal),
    );
    const shared = inspector.inspect(named('a'), other.signal);
    caller.abort();
    for (const { reason } of await Promise.all(left)) {
      expect(reason).toContain('no time left');
    }
    // somebody else still waits for the first
    expect(signals.map(signal => signal?.aborted)).toEqual([false]);
    other.abort();
    expect((await shared).reason).toContain('no time left');
    expect(signals.map(signal => signal?.aborted)).toEqual([true]);

    // and it is not remembered
    source.inspect = async () => ({ queries: [], unanswered: [] });
    const { inspection } = await inspector.inspect(named('b'));
    expect(inspection).toBeDefined();
  });

  it('asks two sources beside each other', async () => {
    const source = FakeMetricsSource.create();
    let answerSlow = (_: ObjectiveInspection) => {};
    source.inspect = () =>
      new Promise(resolve => {
        answerSlow = resolve;
      });
    const quick = FakeMetricsSource.create();
    const inspector = Inspector.create({
      sources: {
        names: ['slow', 'quick'],
        get: name => ({ source: name === 'slow' ? source : quick }),
      },
      now: () => NOW,
    });
    const slow = inspector.inspect({ ...named('a'), source: 'slow' });
    const answer = await inspector.inspect({ ...named('a'), source: 'quick' });
    expect(answer.inspection).toBeDefined();
    answerSlow({ queries: [], unanswered: [] });
    expect((await slow).inspection).toBeDefined();
  });
});
