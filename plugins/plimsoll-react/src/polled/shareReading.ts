/** Milliseconds during which an answer counts as the answer to all who ask. */
const SHARED_MS = 2_000;

const shared = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Asks once what several parts of one page ask at about the same time: who asks
 * while the question is under way, or within 2 s after its answer, gets the
 * same. A failure is told to all who waited; who asks after it asks anew.
 * Nobody can stop such a question, since others may wait for it.
 *
 * @param options.owner - who is asked, such as an API
 * @param options.key - tells the question from all others to the same owner
 * @public
 */
export function shareReading<T>(options: {
  owner: object;
  key: string;
  load(): Promise<T>;
}): Promise<T> {
  const { owner, key, load } = options;
  const readings = shared.get(owner) ?? new Map<string, Promise<unknown>>();
  shared.set(owner, readings);
  const known = readings.get(key) as Promise<T> | undefined;
  if (known) {
    return known;
  }
  const reading = load();
  const forget = () => readings.delete(key);
  readings.set(key, reading);
  reading.then(() => setTimeout(forget, SHARED_MS), forget);
  return reading;
}
