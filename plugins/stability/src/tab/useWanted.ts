import { useState } from 'react';

/** As many rows as a screen has room for. */
const FIRST = 13;
const MORE = 25;

/**
 * How many deployments are shown. Another question begins with the first
 * ones again.
 */
export function useWanted(question: string): {
  wanted: number;
  older(): void;
} {
  const [state, setState] = useState({ question, wanted: FIRST });
  const wanted = state.question === question ? state.wanted : FIRST;
  return {
    wanted,
    older: () => setState({ question, wanted: wanted + MORE }),
  };
}
