import { useEffect, useRef, useState } from 'react';

/** Seconds between two reads of what a page shows, by default. @public */
export const POLL_SECONDS = 60;
/** Seconds until a failed read is tried again, at most. @public */
export const RETRY_SECONDS = 30;

/** What was read, and how the reading goes. @public */
export interface Polled<T> {
  /** The last good answer to this question; it stays while newer reads fail. */
  data?: T;
  /**
   * The last good answer to any question: for what looks the same whatever is
   * asked, such as the choices of a filter.
   */
  latest?: T;
  /** When it was read. */
  readAt?: Date;
  /** Why the last try failed; gone with the next good answer. */
  error?: unknown;
  /** When it was last tried. */
  triedAt?: Date;
  /** Nothing has been answered yet. */
  loading: boolean;
  /** `data` is of an earlier question or try; a first answer is awaited. */
  outdated: boolean;
  retry(): void;
}

/** @public */
export interface UsePolledOptions<T> {
  /** Identifies the question; nothing is read while it is undefined. */
  key: string | undefined;
  load(signal: AbortSignal): Promise<T>;
  /** Show the answer to the last question until this one succeeds or fails. */
  keepPrevious?: boolean;
  /** Seconds between two reads, 60 by default. */
  everySeconds?: number;
  /** What is known already when the component is drawn for the first time. */
  initial?: { data: T; readAt: Date };
}

interface Answer<T> {
  key: string;
  data: T;
  readAt: Date;
}

interface Attempt {
  key: string;
  error?: unknown;
  triedAt: Date;
}

/**
 * Reads at once and then regularly while the page is in sight; sooner after a
 * failure. A failed read never takes away what was answered to the same
 * question. When another question fails, its error is shown instead of
 * answers to an earlier one. Stops with the component.
 *
 * @public
 */
export function usePolled<T>(options: UsePolledOptions<T>): Polled<T> {
  const { key, load, keepPrevious = false, initial } = options;
  const { everySeconds = POLL_SECONDS } = options;
  const [answer, setAnswer] = useState<Answer<T> | undefined>(
    key !== undefined && initial ? { key, ...initial } : undefined,
  );
  const [last, setLast] = useState<Attempt>();
  const [attempt, setAttempt] = useState(0);
  const loadRef = useRef(load);
  loadRef.current = load;

  useEffect(() => {
    if (key === undefined) {
      return undefined;
    }
    return keepReading({
      everySeconds,
      load: signal => loadRef.current(signal),
      onAnswer: (data, readAt) => {
        setAnswer({ key, data, readAt });
        setLast({ key, triedAt: readAt });
      },
      onError: (error, triedAt) => setLast({ key, error, triedAt }),
    });
  }, [key, attempt, everySeconds]);

  const tried = last?.key === key ? last : undefined;
  const own = answer?.key === key ? answer : undefined;
  const shown = own ?? (keepPrevious && !tried ? answer : undefined);
  return {
    data: shown?.data,
    latest: answer?.data,
    readAt: shown?.readAt,
    error: tried?.error,
    triedAt: tried?.triedAt,
    loading: key !== undefined && !tried && !shown,
    outdated: shown !== undefined && !tried,
    retry: () => setAttempt(count => count + 1),
  };
}

/** Reads until it is stopped by the function that it returns. */
function keepReading<T>(options: {
  everySeconds: number;
  load(signal: AbortSignal): Promise<T>;
  onAnswer(data: T, at: Date): void;
  onError(error: unknown, at: Date): void;
}): () => void {
  const { everySeconds, load, onAnswer, onError } = options;
  const controller = new AbortController();
  const { signal } = controller;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let skipped = false;

  async function read() {
    let seconds = everySeconds;
    try {
      const data = await load(signal);
      if (!signal.aborted) {
        onAnswer(data, new Date());
      }
    } catch (error) {
      seconds = Math.min(RETRY_SECONDS, everySeconds);
      if (!signal.aborted) {
        onError(error, new Date());
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
}
