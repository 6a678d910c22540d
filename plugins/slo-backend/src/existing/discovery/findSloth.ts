import type { FindObjectivesResult } from '@plimsoll/plugin-slo-node';
import { readPromise, refused } from './readPromise';
import { ratioCount, ratios } from './recordedQuery';
import type { RuleReader } from './RuleReader';

/** Label by which Sloth's series name their SLO. */
export const SLOTH_ID = 'sloth_id';

const DAY_SECONDS = 86_400;
const ERROR_RATIO = 'slo:sli_error:ratio_rate5m';

/**
 * SLOs that Sloth's rules record. They keep the ratio of errors in five
 * minutes and no volume; `sloth_slo_info` may hold labels that the others lack.
 */
export async function findSloth(
  reader: RuleReader,
): Promise<FindObjectivesResult> {
  const targets = await reader.read('slo:objective:ratio');
  const windows = await reader.read('slo:time_period:days');
  const infos = await reader.read('sloth_slo_info');
  const result: FindObjectivesResult = { found: [], refused: [] };
  for (const [key, target] of targets) {
    const { id } = target;
    const promise = readPromise({
      target,
      window: windows.get(key),
      windowUnitSeconds: DAY_SECONDS,
    });
    if ('refusal' in promise) {
      result.refused.push(refused('sloth', id, promise.refusal));
      continue;
    }
    const series = { metric: ERROR_RATIO, matchers: target.matchers };
    const labels = { ...infos.get(key)?.labels, ...target.labels };
    result.found.push({
      origin: 'sloth',
      id,
      displayName: labels.sloth_slo ?? id,
      labels,
      ...promise,
      indicator: {
        kind: 'ratio',
        counter: false,
        bad: ratios(series),
        total: ratioCount(series),
      },
      ratioOnly: true,
    });
  }
  return result;
}
