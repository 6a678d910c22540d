import { rulesOf, sloDocument } from '@plimsoll/plugin-slo-common/testUtils';
import { readValues } from '@plimsoll/prometheus-client/testUtils';
import { SLOTH_SERIES, slothRatio } from './slothRatio';
import { truthScenarios } from './truthScenarios';

/** One scenario: the share of failures as counted, and as rules say. */
export interface Compared {
  title: string;
  truth: number;
  ours?: number;
  /** NaN where there is no number. */
  theirs?: number;
}

const TARGET = 0.999;
const WINDOW = '6h';

/** Lets the engine of Prometheus evaluate both sets of rules. */
export function compareRules(promtool: string): Compared[] {
  const scenarios = truthScenarios();
  const documents = scenarios.map(({ job }) =>
    sloDocument({ name: job, objective: { target: TARGET } }),
  );
  const values = readValues(promtool, {
    evaluationInterval: '1m',
    interval: '1m',
    time: WINDOW,
    groups: [
      ...rulesOf(documents).groups,
      ...scenarios.map(({ job }) => slothRatio({ job, window: WINDOW })),
    ],
    series: scenarios.flatMap(({ series }) => series),
    exprs: scenarios.flatMap(({ job }) => [
      `slo:burn_rate:6h{slo="slo:default/${job}"} * ${1 - TARGET}`,
      `${SLOTH_SERIES}{job="${job}"}`,
    ]),
  });
  return scenarios.map(({ title, truth }, index) => ({
    title,
    truth,
    ours: values[2 * index],
    theirs: values[2 * index + 1],
  }));
}
