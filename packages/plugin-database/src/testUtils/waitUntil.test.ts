import { waitUntil } from './waitUntil';

describe('waitUntil', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('ends when it is so, and not before', async () => {
    let asked = 0;
    const waiting = waitUntil('the third time', async () => {
      asked += 1;
      return asked === 3;
    });
    await jest.advanceTimersByTimeAsync(60_000);
    await waiting;
    expect(asked).toBe(3);
  });

  it('says what never came, and asks no more', async () => {
    const isSo = jest.fn(() => false);
    const told = waitUntil('the second run', isSo).catch(error => `${error}`);
    await jest.advanceTimersByTimeAsync(241_000);
    await expect(told).resolves.toBe(
      'Error: Waited 240 s for the second run in vain',
    );
    const asked = isSo.mock.calls.length;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(isSo).toHaveBeenCalledTimes(asked);
  });

  it('fails as what is asked fails', async () => {
    const waiting = waitUntil('rows', async () => {
      throw new Error('the table is gone');
    });
    await expect(waiting).rejects.toThrow('the table is gone');
  });
});
