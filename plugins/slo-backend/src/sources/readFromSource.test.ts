import { objectiveDefinition } from '../database/__testUtils__/insertObjectives';
import { FakeMetricsSource } from './__fixtures__/FakeMetricsSource';
import { readFromSource } from './readFromSource';

describe('readFromSource', () => {
  const request = {
    objectives: [objectiveDefinition()],
    from: 0,
    to: 600,
    step: 300,
  };

  function register(source: FakeMetricsSource) {
    return { name: 'main', type: 'fake', demo: false, source };
  }

  it('hands the answer through', async () => {
    const registered = register(FakeMetricsSource.create());

    const { readings } = await readFromSource({ registered, request });

    expect(readings[0].buckets).toHaveLength(2);
  });

  it('keeps what the source says of outages, as far as it was asked', async () => {
    const source = FakeMetricsSource.create();
    const keepOutages = jest.fn();
    const read = () =>
      readFromSource({
        registered: { ...register(source), keepOutages },
        request,
      });
    await read();
    source.outages = [{ from: 600, to: 900 }];
    await read();
    expect(keepOutages).not.toHaveBeenCalled();

    source.outages = [
      { from: -300, to: 10.5 },
      { from: 20.5, to: 20.5 },
      { from: 30, to: 20 },
      { from: NaN, to: 100 },
      { from: 550, to: 900 },
    ];
    await read();
    expect(keepOutages.mock.calls).toEqual([
      [
        [
          { from: 0, to: 11 },
          { from: 550, to: 600 },
        ],
      ],
    ]);
  });

  it('gives up on a source that hangs, and tells it so', async () => {
    const source = FakeMetricsSource.create();
    let told: AbortSignal | undefined;
    source.onRead = ({ signal }) => {
      told = signal;
      return new Promise(() => {});
    };

    await expect(
      readFromSource({ registered: register(source), request, timeoutMs: 20 }),
    ).rejects.toThrow("Source 'main' did not answer within 0.02 s");
    expect(told?.aborted).toBe(true);
  });

  it('refuses an answer that does not fit the question', async () => {
    const source = FakeMetricsSource.create();
    jest
      .spyOn(source, 'readBuckets')
      .mockResolvedValue({ readings: [], durationMs: 1, queries: 1 });

    await expect(
      readFromSource({ registered: register(source), request }),
    ).rejects.toThrow("Source 'main' gave 0 readings for 1 objectives");
  });

  it('passes on that the caller has stopped waiting', async () => {
    const source = FakeMetricsSource.create();
    const stop = new AbortController();
    source.onRead = ({ signal }) => {
      stop.abort(new Error('shutting down'));
      signal?.throwIfAborted();
    };

    await expect(
      readFromSource({
        registered: register(source),
        request: { ...request, signal: stop.signal },
      }),
    ).rejects.toThrow('shutting down');
  });
});
