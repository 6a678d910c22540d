import type { RuleOrigin } from '@plimsoll/plugin-slo-common';
import type {
  FindObjectivesRequest,
  FindObjectivesResult,
} from '@plimsoll/plugin-slo-node';
import type { PrometheusApi } from '@plimsoll/prometheus-client';
import { findGrafana, GRAFANA_ID } from './findGrafana';
import { findPyrra, PYRRA_ID } from './findPyrra';
import { findSloth, SLOTH_ID } from './findSloth';
import { RuleReader } from './RuleReader';

/** How each tool is looked for. */
const TOOLS: Record<
  RuleOrigin,
  {
    idLabel: string;
    find(
      reader: RuleReader,
      options: { stepSeconds: number },
    ): Promise<FindObjectivesResult>;
  }
> = {
  sloth: { idLabel: SLOTH_ID, find: findSloth },
  pyrra: { idLabel: PYRRA_ID, find: findPyrra },
  grafana: { idLabel: GRAFANA_ID, find: findGrafana },
};

/**
 * SLOs that the rules of other tools record in a Prometheus, by three to five
 * questions a tool, whatever their number.
 *
 * @param options.scrapeSeconds - step at which the source samples
 */
export async function findRecordedObjectives(
  options: FindObjectivesRequest & {
    api: PrometheusApi;
    enforcedMatchers: Readonly<Record<string, string>>;
    scrapeSeconds: number;
  },
): Promise<FindObjectivesResult> {
  const { origins, scrapeSeconds } = options;
  const results: FindObjectivesResult[] = [];
  for (const origin of origins) {
    const { idLabel, find } = TOOLS[origin];
    const reader = RuleReader.create({ ...options, idLabel });
    results.push(await find(reader, { stepSeconds: scrapeSeconds }));
  }
  return {
    found: results.flatMap(({ found }) => found),
    refused: results.flatMap(({ refused }) => refused),
  };
}
