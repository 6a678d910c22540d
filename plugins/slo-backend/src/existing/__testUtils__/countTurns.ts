/**
 * How often others had their turn while something was done, on a clock on which
 * every look at it is late.
 */
export async function countTurns(
  work: () => Promise<unknown>,
): Promise<number> {
  let now = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => {
    now += 1_000;
    return now;
  });
  let turns = 0;
  let next: NodeJS.Immediate;
  const count = () => {
    turns++;
    next = setImmediate(count);
  };
  next = setImmediate(count);
  try {
    await work();
    return turns;
  } finally {
    clearImmediate(next);
    clock.mockRestore();
  }
}
