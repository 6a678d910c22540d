import { useEffect, useRef, useState } from 'react';

/** Seconds between two reads of what a page shows. */
export const POLL_SECONDS = 60;
/** Seconds until a failed read is tried again. */
export const RETRY_SECONDS = 30;

/** What was read, and how the reading goes. */
export interface Polled<T> {
  /** The last good answer; it stays while newer reads fail. */
  data?: T;
  /** When it was read. */
  readAt?: Date;
  /** Why the last try failed; gone with the next good answer. */
  error?: unknown;
  /** When it was last tried. */
  triedAt?: Date;
  /** Nothing has been answered yet. */
  loading: boolean;
  /** `data` answers an earlier question; the answer to this one is awaited. */
  outdated: boolean;
  retry(): void;
}

interface Answer<T> {
  key: string;
  data?: T;
  readAt?: Date;
  error?: unknown;
  triedAt?: Date;
}

/** @internal */
export interface UsePolledOptions<T> {
  /** Identifies the question; nothing is read while it is undefined. */
  key: string | undefined;
  load(signal: AbortSignal): Promise<T>;
  /** Show the answer to the last question until this one is answered. */
  keepPrevious?: boolean;
}

/**
 * Reads at once and then every minute while the page is in sight. A failed
 * read never takes away what is shown. Stops with the component.
 *
 * @internal
 */
export function usePolled<T>(options: UsePolledOptions<T>): Polled<T> {
  const { key, load, keepPrevious = false } = options;
  const [answer, setAnswer] = useState<Answer<T>>();
  const [attempt, setAttempt] = useState(0);
  const loadRef = useRef(load);
  loadRef.current = load;

  useEffect(() => {
    if (key === undefined) {
      return undefined;
    }
    const question: string = key;
    const controller = new AbortController();
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let skipped = false;

    async function read() {
      let seconds = POLL_SECONDS;
      try {
        const data = await loadRef.current(signal);
        if (!signal.aborted) {
          const now = new Date();
          setAnswer({ key: question, data, readAt: now, triedAt: now });
        }
      } catch (error) {
        seconds = RETRY_SECONDS;
        if (!signal.aborted) {
          setAnswer(last => ({
            ...(last?.key === question ? last : { key: question }),
            error,
            triedAt: new Date(),
          }));
        }
      }
      if (!signal.aborted) {
        timer = setTimeout(readWhenSeen, seconds * 1000);
      }
    }
    // Nobody looks at a hidden page: it is read when it comes back.
    function readWhenSeen() {
      skipped = document.hidden;
      if (!skipped) {
        read();
      }
    }
    const onVisibility = () => {
      if (skipped) {
        readWhenSeen();
      }
    };
    document.addEventListener('visibilitychange', onVisibility);
    read();
    return () => {
      controller.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [key, attempt]);

  const current = answer?.key === key ? answer : undefined;
  const shown = current ?? (keepPrevious ? answer : undefined);
  return {
    data: shown?.data,
    readAt: shown?.readAt,
    error: current?.error,
    triedAt: current?.triedAt,
    loading: key !== undefined && current === undefined && !shown?.data,
    outdated: shown !== undefined && shown !== current,
    retry: () => setAttempt(count => count + 1),
  };
}
