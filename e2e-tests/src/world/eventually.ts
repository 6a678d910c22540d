/** A machine that is busy with other things takes so many times as long. */
const PATIENCE = 5;

/**
 * Asks until the answer satisfies, or says what it last was.
 *
 * @param options.timeoutSeconds - on a machine with nothing else to do
 */
export async function eventually<T>(options: {
  what: string;
  ask: () => Promise<T>;
  until: (answer: T) => boolean;
  timeoutSeconds: number;
}): Promise<T> {
  const patienceSeconds = PATIENCE * options.timeoutSeconds;
  const deadline = Date.now() + patienceSeconds * 1_000;
  let last: unknown;
  for (;;) {
    try {
      const answer = await options.ask();
      last = answer;
      if (options.until(answer)) {
        return answer;
      }
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `Waited ${patienceSeconds} s for ${options.what}; last: ${
          last instanceof Error ? last.message : JSON.stringify(last)
        }`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 1_000));
  }
}
