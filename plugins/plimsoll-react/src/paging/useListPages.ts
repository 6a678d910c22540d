import { useState } from 'react';

/** A walk through pages. @public */
export interface ListPages {
  /** Where the API goes on; `undefined` on the first page. */
  cursor?: string;
  /** 0 is the first page. */
  index: number;
  next(cursor: string): void;
  previous(): void;
}

/**
 * Walks pages whose API only knows the way forward: the way back is
 * remembered. Another question begins at the first page.
 *
 * @param question - identifies filters and order
 * @public
 */
export function useListPages(question: string): ListPages {
  const [trail, setTrail] = useState<{ question: string; cursors: string[] }>({
    question,
    cursors: [],
  });
  const cursors = trail.question === question ? trail.cursors : [];
  return {
    cursor: cursors.at(-1),
    index: cursors.length,
    next: cursor => setTrail({ question, cursors: [...cursors, cursor] }),
    previous: () => setTrail({ question, cursors: cursors.slice(0, -1) }),
  };
}
