import { useState } from 'react';
import { beginReading, takeReading } from './beginReading';
import { usePolled, type Polled, type UsePolledOptions } from './usePolled';

/** @public */
export interface UseEarlyPolledOptions<T>
  extends Pick<UsePolledOptions<T>, 'keepPrevious' | 'everySeconds'> {
  /** Who is asked, such as an API; the same question to another is another. */
  owner: object;
  /** Tells the question from all others that the same owner is asked. */
  key: string;
  /** Nothing stops the first read: it is begun before there is a component. */
  load(signal?: AbortSignal): Promise<T>;
}

/**
 * Reads as {@link usePolled} does, and asks already while the component is
 * drawn for the first time: for the cards of a busy page.
 *
 * @public
 */
export function useEarlyPolled<T>(
  options: UseEarlyPolledOptions<T>,
): Polled<T> {
  const { owner, key, load, keepPrevious, everySeconds } = options;
  const [begun] = useState(() =>
    beginReading({ owner, key, load: () => load() }),
  );
  return usePolled({
    key,
    load: signal => takeReading<T>({ owner, key }) ?? load(signal),
    initial: begun.answer,
    keepPrevious,
    everySeconds,
  });
}
