/** Asks until the answer satisfies, or says what it last was. */
export async function eventually<T>(options: {
  what: string;
  ask: () => Promise<T>;
  until: (answer: T) => boolean;
  timeoutSeconds: number;
}): Promise<T> {
  const deadline = Date.now() + options.timeoutSeconds * 1_000;
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
        `Waited ${options.timeoutSeconds} s for ${options.what}; last: ${
          last instanceof Error ? last.message : JSON.stringify(last)
        }`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 1_000));
  }
}
