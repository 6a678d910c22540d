import { act, renderHook } from '@testing-library/react';
import { POLL_SECONDS, RETRY_SECONDS, usePolled } from './usePolled';

/** Lets timers run for so many seconds, and promises with them. */
const pass = (seconds: number) =>
  act(() => jest.advanceTimersByTimeAsync(seconds * 1000));

describe('usePolled', () => {
  let hidden = false;
  const signals: AbortSignal[] = [];
  const load = jest.fn(async (signal: AbortSignal): Promise<string> => {
    signals.push(signal);
    return `answer ${signals.length}`;
  });

  beforeEach(() => {
    jest.useFakeTimers();
    hidden = false;
    signals.length = 0;
    load.mockClear();
    jest.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  const render = (options: { key?: string; keepPrevious?: boolean } = {}) =>
    renderHook(props => usePolled({ load, ...props }), {
      initialProps: { key: 'a' as string | undefined, ...options },
    });

  it('reads at once and then each minute', async () => {
    const { result } = render();
    expect(result.current).toMatchObject({ loading: true, data: undefined });
    await pass(0);
    expect(result.current).toMatchObject({ loading: false, data: 'answer 1' });
    await pass(POLL_SECONDS - 1);
    expect(load).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(result.current.data).toBe('answer 2');
    expect(POLL_SECONDS).toBe(60);
  });

  it('shows what was known before it was drawn, and reads all the same', async () => {
    const readAt = new Date();
    const initial = { data: 'known', readAt };
    const { result } = renderHook(() => usePolled({ key: 'a', load, initial }));
    expect(result.current).toMatchObject({
      data: 'known',
      readAt,
      loading: false,
    });
    await pass(0);
    expect(result.current.data).toBe('answer 1');
  });

  it('reads nothing without a question', async () => {
    const { result } = renderHook(() => usePolled({ key: undefined, load }));
    await pass(3 * POLL_SECONDS);
    expect(load).not.toHaveBeenCalled();
    expect(result.current.loading).toBe(false);
  });

  it('stops with the component', async () => {
    const { unmount } = render();
    await pass(0);
    expect(signals[0].aborted).toBe(false);
    unmount();
    expect(signals[0].aborted).toBe(true);
    await pass(3 * POLL_SECONDS);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('keeps the last good answer while newer reads fail', async () => {
    const { result } = render();
    await pass(0);
    const { readAt } = result.current;
    const failure = new Error('down');
    load.mockRejectedValueOnce(failure);
    await pass(POLL_SECONDS);
    expect(result.current).toMatchObject({
      data: 'answer 1',
      error: failure,
      readAt,
      loading: false,
    });
    expect(result.current.triedAt?.getTime()).toBeGreaterThan(
      readAt?.getTime() ?? Infinity,
    );
    // A failure is tried again sooner, and forgotten with the next answer.
    await pass(RETRY_SECONDS);
    expect(result.current.data).toBe('answer 2');
    expect(result.current.error).toBeUndefined();
  });

  it('is not loading once the first read has failed, and can be retried', async () => {
    load.mockRejectedValueOnce(new Error('down'));
    const { result } = render();
    await pass(0);
    expect(result.current).toMatchObject({ loading: false, data: undefined });
    expect(result.current.error).toEqual(new Error('down'));
    act(() => result.current.retry());
    await pass(0);
    expect(result.current.data).toBe('answer 1');
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('drops the answer to another question, and aborts it', async () => {
    const { result, rerender } = render();
    await pass(0);
    rerender({ key: 'b' });
    expect(signals[0].aborted).toBe(true);
    expect(result.current).toMatchObject({ loading: true, data: undefined });
    await pass(0);
    expect(result.current.data).toBe('answer 2');
  });

  it('may show the last answer until the next has come', async () => {
    const { result, rerender } = render({ keepPrevious: true });
    await pass(0);
    rerender({ key: 'b', keepPrevious: true });
    expect(result.current).toMatchObject({
      loading: false,
      data: 'answer 1',
      outdated: true,
    });
    await pass(0);
    expect(result.current).toMatchObject({ data: 'answer 2', outdated: false });
  });

  it('shows a failure instead of the answer to another question, until that is asked again', async () => {
    const { result, rerender } = render({ keepPrevious: true });
    await pass(0);
    const failure = new Error('down');
    load.mockRejectedValueOnce(failure);
    rerender({ key: 'b', keepPrevious: true });
    await pass(0);
    expect(result.current).toMatchObject({
      data: undefined,
      latest: 'answer 1',
      error: failure,
      loading: false,
      outdated: false,
    });

    rerender({ key: 'a', keepPrevious: true });
    expect(result.current).toMatchObject({
      data: 'answer 1',
      error: undefined,
      outdated: true,
    });
    await pass(0);
    expect(result.current).toMatchObject({ data: 'answer 2', outdated: false });
  });

  it('tries another question that failed again by itself', async () => {
    const { result, rerender } = render({ keepPrevious: true });
    await pass(0);
    load.mockRejectedValueOnce(new Error('down'));
    rerender({ key: 'b', keepPrevious: true });
    await pass(RETRY_SECONDS - 1);
    expect(result.current.data).toBeUndefined();
    await pass(1);
    expect(result.current).toMatchObject({
      data: 'answer 2',
      latest: 'answer 2',
      error: undefined,
    });
  });

  it('does not take a late answer for one to the newest question', async () => {
    const answers: Array<(text: string) => void> = [];
    load.mockImplementationOnce(
      () => new Promise(resolve => answers.push(resolve)),
    );
    const { result, rerender } = render();
    rerender({ key: 'b' });
    await pass(0);
    expect(result.current.data).toBe('answer 1');
    answers[0]('late');
    await pass(0);
    expect(result.current.data).toBe('answer 1');
  });

  it('leaves a hidden page alone, and reads when it comes back', async () => {
    const { result } = render();
    await pass(0);
    hidden = true;
    await pass(3 * POLL_SECONDS);
    expect(load).toHaveBeenCalledTimes(1);
    hidden = false;
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await pass(0);
    expect(result.current.data).toBe('answer 2');
  });

  it('does not read more often because somebody looks away and back', async () => {
    render();
    await pass(10);
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await pass(0);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('reads as often as it is told, and as soon again after a failure', async () => {
    renderHook(() => usePolled({ key: 'a', load, everySeconds: 20 }));
    await pass(0);
    load.mockRejectedValueOnce(new Error('down'));
    await pass(20);
    expect(load).toHaveBeenCalledTimes(2);
    await pass(20);
    expect(load).toHaveBeenCalledTimes(3);
  });
});
