import { Pace } from './Pace';

/** Keeps the thread busy. */
function work(ms: number) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('Pace', () => {
  it('lets others have many turns while it works, and answers the result', async () => {
    let turns = 0;
    const others = setInterval(() => turns++, 1);
    const result = await Pace.create().run(
      (function* steps() {
        for (let step = 0; step < 60; step++) {
          work(4);
          yield;
        }
        return 'done';
      })(),
    );
    clearInterval(others);
    expect(result).toBe('done');
    expect(turns).toBeGreaterThan(10);
  });

  it('rests after as long as it is told, and not after what is quicker', async () => {
    const letsOthers = async (sliceMs: number) => {
      const pace = Pace.create({ sliceMs });
      let isLate = false;
      setImmediate(() => {
        isLate = true;
      });
      work(2);
      await pace.rest();
      return isLate;
    };
    await expect(letsOthers(1)).resolves.toBe(true);
    await expect(letsOthers(1_000_000)).resolves.toBe(false);
  });

  it('hands a fault on', async () => {
    function* steps(): Generator<void, number, void> {
      yield;
      throw new Error('no');
    }
    await expect(Pace.create().run(steps())).rejects.toThrow('no');
  });
});
