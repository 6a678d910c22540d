import { RecentAnswers } from './RecentAnswers';

describe('RecentAnswers', () => {
  let clock: number;
  /** Readings that are going on, oldest first. */
  let readings: Array<{
    answer(text: string): void;
    fail(error: Error): void;
  }>;
  const read = () =>
    new Promise<string>((answer, fail) => {
      readings.push({ answer, fail });
    });
  const create = (maxKept = 10) =>
    RecentAnswers.create<string>({
      maxAgeMs: 2_000,
      maxKept,
      now: () => clock,
    });

  beforeEach(() => {
    clock = 0;
    readings = [];
  });

  it('reads once for all who ask while it is being read, however long that takes', async () => {
    const answers = create();
    const first = answers.get('a', read);
    clock = 9_000;
    const second = answers.get('a', read);
    expect(readings).toHaveLength(1);
    readings[0].answer('one');
    expect(await Promise.all([first, second])).toEqual(['one', 'one']);
  });

  it('gives an answer again until its reading began too long ago', async () => {
    const answers = create();
    const first = answers.get('a', read);
    clock = 1_500;
    readings[0].answer('one');
    await first;
    clock = 1_999;
    expect(await answers.get('a', read)).toBe('one');
    clock = 2_000;
    const later = answers.get('a', read);
    expect(readings).toHaveLength(2);
    readings[1].answer('two');
    expect(await later).toBe('two');
  });

  it('never gives the answer to another question', async () => {
    const answers = create();
    const both = [answers.get('a', read), answers.get('b', read)];
    readings[1].answer('of b');
    readings[0].answer('of a');
    expect(await Promise.all(both)).toEqual(['of a', 'of b']);
    expect(await answers.get('b', read)).toBe('of b');
  });

  it('gives a failure to those who waited for it, and to nobody else', async () => {
    const answers = create();
    const waiting = [answers.get('a', read), answers.get('a', read)];
    readings[0].fail(new Error('down'));
    for (const one of waiting) {
      await expect(one).rejects.toThrow('down');
    }
    const next = answers.get('a', read);
    readings[1].answer('up');
    expect(await next).toBe('up');
  });

  it('gives nobody who asks after `forget` what was read before', async () => {
    const answers = create();
    const before = answers.get('a', read);
    answers.forget();
    const after = answers.get('a', read);
    readings[1].answer('new');
    readings[0].answer('old');
    expect(await Promise.all([before, after])).toEqual(['old', 'new']);
    expect(await answers.get('a', read)).toBe('new');
  });

  it('a failure from before `forget` does not take a newer answer away', async () => {
    const answers = create();
    const before = answers.get('a', read);
    answers.forget();
    const after = answers.get('a', read);
    readings[1].answer('new');
    await after;
    readings[0].fail(new Error('late'));
    await expect(before).rejects.toThrow('late');
    expect(await answers.get('a', read)).toBe('new');
    expect(readings).toHaveLength(2);
  });

  it('keeps so many, and lets the oldest go first', async () => {
    const answers = create(2);
    for (const [index, key] of ['a', 'b', 'c'].entries()) {
      const answer = answers.get(key, read);
      readings[index].answer(key);
      await answer;
    }
    expect(await answers.get('b', read)).toBe('b');
    expect(await answers.get('c', read)).toBe('c');
    expect(readings).toHaveLength(3);
    answers.get('a', read);
    expect(readings).toHaveLength(4);
  });
});
