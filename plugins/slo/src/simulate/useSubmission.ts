import { useEffect, useRef, useState } from 'react';

/** Something that is sent once, when somebody asks for it. */
export interface Submission<TRequest, TAnswer> {
  /** What was sent last. */
  request?: TRequest;
  data?: TAnswer;
  error?: unknown;
  sending: boolean;
  send(request: TRequest): void;
}

/**
 * Sends on demand, and never by itself. What is sent later replaces what was
 * sent before; leaving the page lets go of it.
 */
export function useSubmission<TRequest, TAnswer>(
  load: (request: TRequest, signal: AbortSignal) => Promise<TAnswer>,
): Submission<TRequest, TAnswer> {
  const [state, setState] = useState<
    Omit<Submission<TRequest, TAnswer>, 'send'>
  >({ sending: false });
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);

  async function send(request: TRequest) {
    running.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setState({ request, sending: true });
    const result = await load(request, signal).then(
      data => ({ data }),
      (error: unknown) => ({ error }),
    );
    if (!signal.aborted) {
      setState({ request, sending: false, ...result });
    }
  }
  return { ...state, send };
}
