/**
 * Asks at an even pace, whether or not earlier answers have come.
 *
 * @param {{ perSecond: number, seconds: number, urlOf: (index: number) => string }} options
 * @returns {Promise<number[]>} milliseconds of the answers, shortest first
 * @throws {Error} when an answer is none
 */
export async function askAtPace({ perSecond, seconds, urlOf }) {
  const asked = [];
  const start = performance.now();
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const at = start + (index * 1_000) / perSecond;
    await new Promise(resolve => {
      setTimeout(resolve, Math.max(0, at - performance.now()));
    });
    const url = urlOf(index);
    const began = performance.now();
    asked.push(
      fetch(url).then(async response => {
        await response.arrayBuffer();
        if (!response.ok) {
          throw new Error(`${url} answered ${response.status}`);
        }
        return performance.now() - began;
      }),
    );
  }
  return (await Promise.all(asked)).sort((a, b) => a - b);
}

/** @param {number[]} times shortest first @param {number} share 0 to 1 */
export function quantile(times, share) {
  return times[Math.floor(times.length * share)];
}
