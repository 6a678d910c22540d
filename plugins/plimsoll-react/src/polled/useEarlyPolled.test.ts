import { act, renderHook } from '@testing-library/react';
import { beginReading } from './beginReading';
import { useEarlyPolled } from './useEarlyPolled';
import { POLL_SECONDS } from './usePolled';

/** Lets timers run for so many seconds, and promises with them. */
const pass = (seconds: number) =>
  act(() => jest.advanceTimersByTimeAsync(seconds * 1000));

describe('useEarlyPolled', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const setUp = () => {
    const owner = {};
    const load = jest.fn(async (_signal?: AbortSignal) => 'answer');
    const options = { owner, key: 'a', load };
    return {
      options,
      load,
      render: () =>
        renderHook(props => useEarlyPolled(props), { initialProps: options }),
    };
  };

  it('asks while it is drawn, and once', async () => {
    const { options, load } = setUp();
    const asked: number[] = [];
    renderHook(() => {
      const polled = useEarlyPolled(options);
      asked.push(load.mock.calls.length);
      return polled;
    });
    expect(asked[0]).toBe(1);
    await pass(POLL_SECONDS - 1);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('shows at once what was answered before the component was there', async () => {
    const { options, render } = setUp();
    await beginReading(options).promise;
    expect(render().result.current).toMatchObject({
      data: 'answer',
      loading: false,
    });
  });

  it('reads on by itself, and stops what it asks then with the component', async () => {
    const { load, render } = setUp();
    const { result, unmount } = render();
    await pass(0);
    load.mockResolvedValueOnce('news');
    await pass(POLL_SECONDS);
    expect(result.current.data).toBe('news');
    unmount();
    expect(load.mock.lastCall?.[0]?.aborted).toBe(true);
  });

  it('tells a failure of the early question', async () => {
    const { load, render } = setUp();
    load.mockRejectedValueOnce(new Error('down'));
    const { result } = render();
    await pass(0);
    expect(result.current).toMatchObject({
      error: new Error('down'),
      loading: false,
    });
  });

  it('asks another question anew', async () => {
    const { options, load, render } = setUp();
    const { result, rerender } = render();
    await pass(0);
    load.mockResolvedValueOnce('another');
    rerender({ ...options, key: 'b' });
    expect(result.current.data).toBeUndefined();
    await pass(0);
    expect(result.current.data).toBe('another');
    expect(load).toHaveBeenCalledTimes(2);
  });
});
