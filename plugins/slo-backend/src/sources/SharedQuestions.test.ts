import { SharedQuestions } from './SharedQuestions';
import { SourceTurns } from './SourceTurns';

function setUp(options: { retriesFailures?: boolean } = {}) {
  const clock = { seconds: 1_000_000 };
  const questions = SharedQuestions.create<string>({
    turns: SourceTurns.create(),
    timeoutMs: 60_000,
    now: () => clock.seconds,
    ...options,
  });
  const ask = jest.fn<Promise<string>, [AbortSignal]>();
  const putKey = (key: string, signal?: AbortSignal) =>
    questions.ask({ source: 'prometheus', key, signal, ask });
  const put = (signal?: AbortSignal) => putKey('up', signal);
  return { clock, ask, put, putKey };
}

describe('SharedQuestions', () => {
  it('gives the answer of a minute to all who ask', async () => {
    const { clock, ask, put } = setUp();
    ask.mockResolvedValueOnce('one').mockResolvedValueOnce('two');

    await expect(Promise.all([put(), put()])).resolves.toEqual([
      { kind: 'answer', answer: 'one' },
      { kind: 'answer', answer: 'one' },
    ]);
    clock.seconds += 59;
    await expect(put()).resolves.toMatchObject({ answer: 'one' });
    clock.seconds += 1;
    await expect(put()).resolves.toMatchObject({ answer: 'two' });
  });

  it.each([
    [false, 'failed'],
    [true, 'answer'],
  ])(
    'where it retries failures is %s, tells next: %s',
    async (retries, kind) => {
      const { ask, put } = setUp({ retriesFailures: retries });
      ask.mockRejectedValueOnce(new Error('no route'));
      ask.mockResolvedValueOnce('one');

      await expect(put()).resolves.toMatchObject({ kind: 'failed' });
      await expect(put()).resolves.toMatchObject({ kind });
    },
  );

  it('keeps what was asked anew when the first who asked leaves', async () => {
    const { clock, ask, put } = setUp();
    const first = new AbortController();
    let answer = (_: string) => {};
    ask.mockImplementationOnce(
      () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    );
    ask.mockResolvedValueOnce('two');
    const leaving = put(first.signal);
    clock.seconds += 61;
    const anew = put();
    first.abort();
    await expect(leaving).resolves.toEqual({ kind: 'left' });
    answer('one');

    await expect(anew).resolves.toMatchObject({ answer: 'two' });
    await expect(put()).resolves.toMatchObject({ answer: 'two' });
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('keeps nobody away for a crowd that has gone', async () => {
    const { ask, putKey } = setUp();
    const crowd = new AbortController();
    let answer = (_: string) => {};
    ask.mockImplementationOnce(
      () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    );
    ask.mockResolvedValueOnce('two');
    const first = putKey('first');
    const waiting = Array.from({ length: 60 }, (_, index) =>
      putKey(`crowd ${index}`, crowd.signal),
    );
    await expect(putKey('61st')).resolves.toEqual({ kind: 'busy' });

    crowd.abort();
    await expect(Promise.all(waiting)).resolves.toEqual(
      waiting.map(() => ({ kind: 'left' })),
    );
    const next = putKey('next');
    answer('one');
    await expect(first).resolves.toMatchObject({ answer: 'one' });
    await expect(next).resolves.toMatchObject({ answer: 'two' });
    // nothing was asked for those who went
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
