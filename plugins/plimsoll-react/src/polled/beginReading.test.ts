import { beginReading, takeReading } from './beginReading';

describe('beginReading', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const setUp = () => {
    const owner = {};
    const load = jest.fn(async () => 'answer');
    return {
      owner,
      load,
      begin: () => beginReading({ owner, key: 'a', load }),
    };
  };

  it('reads once, however often the component is drawn', async () => {
    const { owner, load, begin } = setUp();
    const first = begin();
    await first.promise;
    expect(begin()).toBe(first);
    expect(first.answer?.data).toBe('answer');
    expect(load).toHaveBeenCalledTimes(1);
    await expect(takeReading({ owner, key: 'a' })).resolves.toBe('answer');
  });

  it('is taken once', () => {
    const { owner, load, begin } = setUp();
    begin();
    takeReading({ owner, key: 'a' });
    expect(takeReading({ owner, key: 'a' })).toBeUndefined();
    begin();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('keeps questions and those who are asked apart', () => {
    const { owner, begin } = setUp();
    begin();
    expect(takeReading({ owner, key: 'b' })).toBeUndefined();
    expect(takeReading({ owner: {}, key: 'a' })).toBeUndefined();
  });

  it('is forgotten when nobody comes for it', async () => {
    const { owner, begin } = setUp();
    begin();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(takeReading({ owner, key: 'a' })).toBeUndefined();
  });

  it('gives its failure to who takes it, and to nobody else', async () => {
    const owner = {};
    const reading = beginReading({
      owner,
      key: 'a',
      load: () => Promise.reject(new Error('away')),
    });
    await jest.advanceTimersByTimeAsync(1);
    expect(reading.answer).toBeUndefined();
    await expect(takeReading({ owner, key: 'a' })).rejects.toThrow('away');
  });
});
