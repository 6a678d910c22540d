import { FileJudge } from './FileJudge';

/** Tells how many files were asked about at once. */
function countingJudge() {
  return FileJudge.create<string>({
    library: 'node:path',
    judge:
      'async (_, files) => files.map(({ path, text }) => `${path}${text} of ${files.length}`)',
  });
}

describe('FileJudge', () => {
  it('asks once for each file, and again for one that has changed', async () => {
    const judge = countingJudge();
    const [a, b, c] = ['a', 'b', 'c'].map(path => ({ path, text: '1' }));
    expect(await judge.judge([a, b])).toEqual(['a1 of 2', 'b1 of 2']);
    expect(await judge.judge([c, a])).toEqual(['c1 of 1', 'a1 of 2']);
    expect(await judge.judge([{ ...a, text: '2' }, b])).toEqual([
      'a2 of 1',
      'b1 of 2',
    ]);
    expect(await judge.judge([])).toEqual([]);
  });

  it('forgets what is long ago', async () => {
    const judge = countingJudge();
    const files = Array.from({ length: 501 }, (_, index) => ({
      path: `${index} `,
      text: '',
    }));
    await judge.judge(files);
    expect(await judge.judge(files.slice(0, 2))).toEqual([
      '0  of 1',
      '1  of 501',
    ]);
  });
});
