import { shareReading } from './shareReading';

describe('shareReading', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const setUp = () => {
    const owner = {};
    let count = 0;
    const load = jest.fn(async () => {
      count += 1;
      return `answer ${count}`;
    });
    const ask = (options: { owner?: object; key?: string } = {}) =>
      shareReading({ owner, key: 'a', load, ...options });
    return { load, ask };
  };

  it('gives all who ask together one answer', async () => {
    const { load, ask } = setUp();
    await expect(Promise.all([ask(), ask(), ask()])).resolves.toEqual([
      'answer 1',
      'answer 1',
      'answer 1',
    ]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('keeps the answer for who comes just after it, and no longer', async () => {
    const { ask } = setUp();
    await ask();
    await jest.advanceTimersByTimeAsync(1_999);
    await expect(ask()).resolves.toBe('answer 1');
    await jest.advanceTimersByTimeAsync(1);
    await expect(ask()).resolves.toBe('answer 2');
  });

  it('waits for a slow answer however long it takes', async () => {
    const { load, ask } = setUp();
    let answer = (_text: string) => {};
    load.mockReturnValueOnce(new Promise(resolve => (answer = resolve)));
    const first = ask();
    await jest.advanceTimersByTimeAsync(10_000);
    const second = ask();
    answer('late');
    await expect(Promise.all([first, second])).resolves.toEqual([
      'late',
      'late',
    ]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('keeps questions and those who are asked apart', async () => {
    const { load, ask } = setUp();
    await Promise.all([ask(), ask({ key: 'b' }), ask({ owner: {} })]);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('tells a failure to all who waited, and asks anew after it', async () => {
    const { load, ask } = setUp();
    load.mockRejectedValueOnce(new Error('down'));
    const waiting = [ask(), ask()];
    await expect(waiting[0]).rejects.toThrow('down');
    await expect(waiting[1]).rejects.toThrow('down');
    await expect(ask()).resolves.toBe('answer 1');
  });
});
