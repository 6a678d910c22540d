import { createContext, useContext } from 'react';

/** All answers of the form so far, of every page. */
export type Answers = Readonly<Record<string, unknown>>;

/** Given by the page to the fields that are on it. */
export const FormContext = createContext<Answers>({});

/** All answers of the form so far; none outside of a page of ours. */
export function useAnswers(): Answers {
  return useContext(FormContext);
}
