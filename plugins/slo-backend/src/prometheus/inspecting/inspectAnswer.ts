import type { InspectedQuery } from '@plimsoll/plugin-slo-common';
import { BASE_STEP_SECONDS } from '../reading/measure';
import type { Expression } from '../reading/Expression';
import { differingLabels } from '../reading/sortSeries';
import { countOf, numberOf, type Questions } from './Questions';

/** Enough to see by which labels they differ. */
const MAX_COMPARED = 20;

/** How many series a query answers, and by which labels they differ. */
export async function inspectAnswer(options: {
  expression: Expression;
  path: string;
  questions: Questions;
}): Promise<Pick<InspectedQuery, 'answers' | 'differingLabels'>> {
  const { expression, path, questions } = options;
  const text = `(${expression.render({ windowSeconds: BASE_STEP_SECONDS })})`;
  const counted = await questions.now({ query: countOf(text), path });
  if (!counted) {
    return {};
  }
  const answers = numberOf(counted);
  if (answers <= 1) {
    return { answers };
  }
  const some = await questions.now({
    query: `topk(${MAX_COMPARED}, ${text})`,
    path,
  });
  return { answers, differingLabels: some && differingLabels(some) };
}
