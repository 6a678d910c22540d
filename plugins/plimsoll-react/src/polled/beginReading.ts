/** Milliseconds after which nobody came for what was begun. */
const FORGOTTEN_AFTER_MS = 5_000;

/**
 * A read that was begun before there was a component to keep its answer.
 *
 * @public
 */
export interface BegunReading<T> {
  key: string;
  promise: Promise<T>;
  /** The answer, once it is there. */
  answer?: { data: T; readAt: Date };
}

const begun = new WeakMap<object, Map<string, BegunReading<unknown>>>();

/**
 * Begins to read while a component is rendered for the first time. On a page
 * with many cards React draws a card up to half a second before it puts it on
 * the page, and only then do its effects run; may draw it several times, too.
 * The answer is there by then. Whoever draws it again gets the same reading.
 *
 * @param options.owner - what is asked; the same question to another is another
 * @param options.key - the question
 * @public
 */
export function beginReading<T>(options: {
  owner: object;
  key: string;
  load(): Promise<T>;
}): BegunReading<T> {
  const { owner, key, load } = options;
  const readings = begun.get(owner) ?? new Map<string, BegunReading<unknown>>();
  begun.set(owner, readings);
  const known = readings.get(key) as BegunReading<T> | undefined;
  if (known) {
    return known;
  }
  const reading: BegunReading<T> = { key, promise: load() };
  readings.set(key, reading);
  setTimeout(() => forget(owner, reading), FORGOTTEN_AFTER_MS);
  reading.promise.then(
    data => {
      reading.answer = { data, readAt: new Date() };
    },
    () => {
      // Who takes the reading gets the error.
    },
  );
  return reading;
}

/**
 * Gives what was begun to its component; the next one reads anew.
 *
 * @public
 */
export function takeReading<T>(options: {
  owner: object;
  key: string;
}): Promise<T> | undefined {
  const { owner, key } = options;
  const reading = begun.get(owner)?.get(key) as BegunReading<T> | undefined;
  if (reading) {
    forget(owner, reading);
  }
  return reading?.promise;
}

function forget(owner: object, reading: BegunReading<unknown>): void {
  const readings = begun.get(owner);
  if (readings?.get(reading.key) === reading) {
    readings.delete(reading.key);
  }
}
