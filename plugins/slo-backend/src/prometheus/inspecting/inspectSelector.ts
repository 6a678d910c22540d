import type {
  InspectedBucket,
  InspectedSelector,
} from '@plimsoll/plugin-slo-common';
import {
  matchBucketBound,
  renderMatcher,
  type Selector,
} from '@plimsoll/promql';
import { alive, type Questions } from './Questions';
import type { QuerySelector } from './querySelectors';

/** A histogram has some dozens; what has more is none. */
const MAX_BUCKETS = 100;
const MAX_MATCHERS = 6;

/**
 * What stands behind a selector: how many series, and where there are none,
 * why. `undefined` where the server would not say.
 */
export async function inspectSelector(options: {
  selector: QuerySelector;
  path: string;
  questions: Questions;
}): Promise<InspectedSelector | undefined> {
  const { selector, path, questions } = options;
  const { text, guarded, bare } = selector;
  const asked = asMeasured(guarded);
  const series = await questions.count(asked, path);
  if (series === undefined) {
    return undefined;
  }
  const inspected: InspectedSelector = {
    text,
    metric: bare.metric ?? text,
    series,
    ...(await bucketOf(options)),
  };
  if (series > 0) {
    return inspected;
  }
  const all = await questions.count(bare, path);
  return {
    ...inspected,
    ...(all !== undefined && { metricExists: all > 0 }),
    ...(all && { emptyMatchers: await emptyMatchers(options) }),
  };
}

/** Matchers that leave nothing, each tried alone. */
async function emptyMatchers(options: {
  selector: QuerySelector;
  path: string;
  questions: Questions;
}): Promise<string[]> {
  const { selector, path, questions } = options;
  const empty: string[] = [];
  for (const matcher of selector.own.slice(0, MAX_MATCHERS)) {
    const alone = asMeasured({
      ...selector.bare,
      matchers: [...selector.bare.matchers, matcher],
    });
    if ((await questions.count(alone, path)) === 0) {
      empty.push(renderMatcher(matcher));
    }
  }
  return empty;
}

async function bucketOf(options: {
  selector: QuerySelector;
  path: string;
  questions: Questions;
}): Promise<{ bucket?: InspectedBucket }> {
  const { selector, path, questions } = options;
  const { guarded, own } = selector;
  const bound = own.find(
    ({ label, operator }) => label === 'le' && operator === '=',
  );
  if (!bound) {
    return {};
  }
  const others: Selector = {
    ...guarded,
    matchers: guarded.matchers.filter(({ label }) => label !== 'le'),
  };
  const answer = await questions.now({
    query: `topk(${MAX_BUCKETS}, count by (le) (${alive(others)}))`,
    path,
  });
  const present = (answer ?? []).flatMap(({ labels }) => labels.le ?? []);
  return { bucket: { asked: bound.value, present } };
}

/** As the measurement asks: a bucket's bound in either spelling. */
function asMeasured(selector: Selector): Selector {
  return { ...selector, matchers: selector.matchers.map(matchBucketBound) };
}
