import { untilAborted } from './untilAborted';

describe('untilAborted', () => {
  it('gives what the promise gives, with a signal or without', async () => {
    const { signal } = new AbortController();
    await expect(untilAborted(Promise.resolve(1), signal)).resolves.toBe(1);
    await expect(untilAborted(Promise.resolve(1), undefined)).resolves.toBe(1);
    const failing = Promise.reject(new Error('no'));
    await expect(untilAborted(failing, signal)).rejects.toThrow('no');
  });

  it('gives the reason of the signal, before or while it waits', async () => {
    const never = new Promise(() => {});
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(untilAborted(never, gone)).rejects.toThrow('gone');
    const going = new AbortController();
    const waiting = untilAborted(never, going.signal);
    going.abort(new Error('going'));
    await expect(waiting).rejects.toThrow('going');
  });

  it('leaves nothing behind on a signal that lives long', async () => {
    const { signal } = new AbortController();
    const added = jest.spyOn(signal, 'addEventListener');
    const removed = jest.spyOn(signal, 'removeEventListener');
    await untilAborted(Promise.resolve(1), signal);
    expect(added).toHaveBeenCalledTimes(1);
    expect(removed.mock.calls[0].slice(0, 2)).toEqual(
      added.mock.calls[0].slice(0, 2),
    );
  });
});
