import type { Response } from 'express';

/** Aborts when the caller has left, so that no source is asked for nobody. */
export function whenGone(res: Response): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  return gone.signal;
}
