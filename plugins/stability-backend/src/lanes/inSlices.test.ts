import { inSlices } from './inSlices';

function busyFor(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) {
    // as long work does
  }
}

describe('inSlices', () => {
  it('lets others in between while work is long', async () => {
    let others = 0;
    let isOver = false;
    const count = () => {
      others++;
      if (!isOver) {
        setImmediate(count);
      }
    };
    setImmediate(count);
    function* work() {
      for (let step = 0; step < 6; step++) {
        busyFor(11);
        yield;
      }
      return 'done';
    }

    await expect(inSlices(work())).resolves.toBe('done');
    isOver = true;
    expect(others).toBeGreaterThanOrEqual(5);
  });

  it('does short work at one go', async () => {
    let others = 0;
    setImmediate(() => others++);
    function* work() {
      yield;
      yield;
      return 7;
    }

    await expect(inSlices(work())).resolves.toBe(7);
    expect(others).toBe(0);
  });

  it('hands a fault on', async () => {
    function* work(): Generator<unknown, number, undefined> {
      yield;
      throw new Error('no');
    }
    await expect(inSlices(work())).rejects.toThrow('no');
  });
});
