import type {
  InspectedQuery,
  ObjectiveDefinition,
  ObjectiveInspection,
} from '@plimsoll/plugin-slo-common';
import type { PrometheusApi } from '@plimsoll/prometheus-client';
import type { Measurement } from '../reading/measure';
import { inspectAnswer } from './inspectAnswer';
import { inspectSelector } from './inspectSelector';
import { inspectVolume } from './inspectVolume';
import { metricQueries, type RoleQuery } from './metricQueries';
import { Questions } from './Questions';
import { querySelectors, type QuerySelector } from './querySelectors';

/**
 * Looks behind the queries of an objective. Every question carries the
 * matchers that the source enforces, as every measurement does.
 *
 * @throws SourceUnavailableError when the server cannot be asked at all
 */
export async function inspectObjective(options: {
  objective: ObjectiveDefinition;
  measurement: Measurement;
  api: PrometheusApi;
  enforcedMatchers: Readonly<Record<string, string>>;
  /** Unix seconds that count as now. */
  at: number;
  signal?: AbortSignal;
}): Promise<ObjectiveInspection> {
  const { objective, measurement, api, enforcedMatchers, signal } = options;
  const questions = Questions.create(options);
  const queries: InspectedQuery[] = [];
  let known: QuerySelector | undefined;
  let isOne = false;
  for (const asked of metricQueries(objective)) {
    const selectors = querySelectors(asked.query, enforcedMatchers);
    const query = await inspectQuery({
      asked,
      selectors,
      measurement,
      questions,
    });
    queries.push(query);
    if (asked.path === measurement.paths.total) {
      const index = query.selectors.findIndex(({ series }) => series > 0);
      known = selectors.find(
        ({ text }) => text === query.selectors[index]?.text,
      );
      isOne = query.answers === 1;
    }
  }
  return {
    queries,
    ...(known &&
      (await inspectVolume({
        objective,
        measurement,
        selector: known,
        isOne,
        questions,
      }))),
    retentionSeconds: await api.retentionSeconds({ signal }),
    unanswered: questions.unanswered,
  };
}

async function inspectQuery(options: {
  asked: RoleQuery;
  selectors: QuerySelector[];
  measurement: Measurement;
  questions: Questions;
}): Promise<InspectedQuery> {
  const { asked, selectors, measurement, questions } = options;
  const { role, path } = asked;
  const { paths, portion, total } = measurement;
  const query: InspectedQuery = { role, path, selectors: [] };
  for (const selector of selectors) {
    const inspected = await inspectSelector({ selector, path, questions });
    query.selectors.push(...(inspected ? [inspected] : []));
  }
  const expression = path === paths.total ? total : portion;
  return {
    ...query,
    ...(await inspectAnswer({ expression, path, questions })),
  };
}
