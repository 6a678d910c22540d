/**
 * Does the same work several times at a time and sums up what each did. One
 * that fails ends nothing: whoever is told of it finds nobody at work any more.
 *
 * @throws what the first of them threw, once all have ended
 */
export async function runLanes(
  count: number,
  work: () => Promise<number>,
): Promise<number> {
  const ended = await Promise.allSettled(Array.from({ length: count }, work));
  return ended.reduce((sum, lane) => {
    if (lane.status === 'rejected') {
      throw lane.reason;
    }
    return sum + lane.value;
  }, 0);
}
