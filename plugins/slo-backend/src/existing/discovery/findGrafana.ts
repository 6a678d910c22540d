import type { RatioIndicator } from '@plimsoll/plugin-slo-common';
import type { FindObjectivesResult } from '@plimsoll/plugin-slo-node';
import { readPromise, refused } from './readPromise';
import { ratedEvents, ratioCount, ratios } from './recordedQuery';
import type { RecordedSlo, RuleReader } from './RuleReader';

/** Label by which the series of Grafana SLO name their SLO. */
export const GRAFANA_ID = 'grafana_slo_uuid';

const SUCCESS = 'grafana_slo_success_rate_5m';
const TOTAL = 'grafana_slo_total_rate_5m';
const SUCCESS_RATIO = 'grafana_slo_sli_5m';

/**
 * SLOs that Grafana SLO records: those made of a ratio as rates of successes
 * and of all events, those of a query of one's own as the ratio alone.
 */
export async function findGrafana(
  reader: RuleReader,
  options: { stepSeconds: number },
): Promise<FindObjectivesResult> {
  const targets = await reader.read('grafana_slo_objective');
  const windows = await reader.read('grafana_slo_objective_window_seconds');
  const infos = await reader.read('grafana_slo_info');
  const rated = await reader.present(TOTAL);
  const measured = await reader.present(SUCCESS_RATIO);
  const result: FindObjectivesResult = { found: [], refused: [] };
  for (const [key, target] of targets) {
    const { id } = target;
    const promise = readPromise({
      target,
      window: windows.get(key),
      windowUnitSeconds: 1,
    });
    if ('refusal' in promise) {
      result.refused.push(refused('grafana', id, promise.refusal));
      continue;
    }
    const ratioOnly = !rated.has(key);
    if (ratioOnly && !measured.has(key)) {
      result.refused.push(refused('grafana', id, { code: 'no-rate' }));
      continue;
    }
    const labels = { ...infos.get(key)?.labels, ...target.labels };
    result.found.push({
      origin: 'grafana',
      id,
      displayName: labels.grafana_slo_name ?? id,
      labels,
      ...promise,
      indicator: ratioOnly
        ? ratioIndicator(target)
        : eventIndicator(target, options),
      ratioOnly,
    });
  }
  return result;
}

function eventIndicator(
  { matchers }: RecordedSlo,
  { stepSeconds }: { stepSeconds: number },
): RatioIndicator {
  return {
    kind: 'ratio',
    counter: false,
    good: ratedEvents({ metric: SUCCESS, matchers, stepSeconds }),
    total: ratedEvents({ metric: TOTAL, matchers, stepSeconds }),
  };
}

function ratioIndicator({ matchers }: RecordedSlo): RatioIndicator {
  const series = { metric: SUCCESS_RATIO, matchers };
  return {
    kind: 'ratio',
    counter: false,
    good: ratios(series),
    total: ratioCount(series),
  };
}
