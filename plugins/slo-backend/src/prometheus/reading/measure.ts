import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import type { Counting } from './Counting';
import { countRatio } from './countRatio';
import { countRaw, countThreshold } from './countSamples';
import { createExpression, type Expression } from './Expression';
import { QueryReader, type QueryReaderOptions } from './QueryReader';
import { sliceExpressions } from './sliceExpressions';

/** Shortest stretch that the ledger knows, in seconds. */
export const BASE_STEP_SECONDS = 300;

/** How an objective is measured: what is asked and how answers are read. */
export interface Measurement {
  portion: Expression;
  total: Expression;
  means: 'good' | 'bad';
  /** Places of the two queries in the document. */
  paths: { portion: string; total: string };
  /** Seconds that the end of the newest bucket is rounded down to. */
  gridSeconds: number;
  /** Seconds that one unit of `total` speaks for; see `Counting`. */
  sampleSeconds?: number;
  /** Portion over total is what the query answered, which must be 0..1. */
  isRatio: boolean;
  /** Slices of five minutes and more, which are put together from buckets. */
  fold?: { sliceSeconds: number; target?: number };
}

/**
 * Works out how an objective is measured.
 *
 * @throws UnreadableQueriesError with the faults of its queries
 */
export function measure(
  objective: ObjectiveDefinition,
  options: QueryReaderOptions,
): Measurement {
  const { budgeting } = objective;
  const counting = countingOf(objective, QueryReader.create(options));
  const { portion, total } = counting;
  const common = {
    paths: { portion: portion.path, total: total.path },
    isRatio: counting.isRatio ?? false,
  };
  if (
    budgeting.method !== 'occurrences' &&
    budgeting.sliceSeconds < BASE_STEP_SECONDS
  ) {
    return {
      ...common,
      ...sliceExpressions({ counting, budgeting, ...options }),
      means: 'bad',
      isRatio: false,
      gridSeconds: budgeting.sliceSeconds,
      sampleSeconds: counting.sampleSeconds && budgeting.sliceSeconds,
    };
  }
  return {
    ...common,
    portion: createExpression({
      templates: [portion.template],
      compose: portion.text,
      ...options,
    }),
    total: createExpression({
      templates: [total.template],
      compose: total.text,
      ...options,
    }),
    means: counting.means,
    gridSeconds: counting.gridSeconds,
    sampleSeconds: counting.sampleSeconds,
    fold:
      budgeting.method === 'occurrences'
        ? undefined
        : {
            sliceSeconds: budgeting.sliceSeconds,
            target:
              budgeting.method === 'timeslices'
                ? budgeting.sliceTarget
                : undefined,
          },
  };
}

function countingOf(
  objective: ObjectiveDefinition,
  reader: QueryReader,
): Counting {
  const { indicator, budgeting } = objective;
  const sliceSeconds =
    budgeting.method === 'occurrences' ? undefined : budgeting.sliceSeconds;
  switch (indicator.kind) {
    case 'ratio':
      return countRatio(indicator, reader);
    case 'raw':
      return countRaw(indicator, reader, { sliceSeconds });
    default:
      return countThreshold(indicator, reader, { sliceSeconds });
  }
}
