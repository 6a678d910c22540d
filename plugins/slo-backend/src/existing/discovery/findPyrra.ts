import type { FindObjectivesResult } from '@plimsoll/plugin-slo-node';
import { readPromise, refused } from './readPromise';
import { ratedEvents } from './recordedQuery';
import type { RuleReader } from './RuleReader';

/** Label by which Pyrra's series name their SLO. */
export const PYRRA_ID = 'slo';

const REQUESTS = 'pyrra_requests:rate5m';
const ERRORS = 'pyrra_errors:rate5m';
/**
 * What Pyrra records for an indicator of true and false alone. Its generic
 * rules then keep, under the names of rates, counts over the whole window.
 */
const COUNTED_GAUGE = '.+:count[0-9]+[a-z].*';

/** SLOs that Pyrra's generic rules record, as rates of requests and errors. */
export async function findPyrra(
  reader: RuleReader,
  options: { stepSeconds: number },
): Promise<FindObjectivesResult> {
  const { stepSeconds } = options;
  const targets = await reader.read('pyrra_objective');
  const windows = await reader.read('pyrra_window');
  const rated = await reader.present(REQUESTS);
  const gauges = await reader.presentByName(COUNTED_GAUGE);
  const result: FindObjectivesResult = { found: [], refused: [] };
  for (const [key, target] of targets) {
    const { id } = target;
    const promise = readPromise({
      target,
      window: windows.get(key),
      windowUnitSeconds: 1,
    });
    if ('refusal' in promise) {
      result.refused.push(refused('pyrra', id, promise.refusal));
      continue;
    }
    if (!rated.has(key) || gauges.has(key)) {
      result.refused.push(refused('pyrra', id, { code: 'no-rate' }));
      continue;
    }
    const { labels, matchers } = target;
    result.found.push({
      origin: 'pyrra',
      id,
      displayName: labels.slo ?? id,
      description: labels.description,
      labels,
      ...promise,
      indicator: {
        kind: 'ratio',
        counter: false,
        bad: ratedEvents({ metric: ERRORS, matchers, stepSeconds }),
        total: ratedEvents({ metric: REQUESTS, matchers, stepSeconds }),
      },
      ratioOnly: false,
    });
  }
  return result;
}
