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
  const put = (signal?: AbortSignal) =>
    questions.ask({ source: 'prometheus', key: 'up', signal, ask });
  return { clock, ask, put };
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
});
