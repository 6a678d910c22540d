import { Pace } from '@plimsoll/plugin-database';
import {
  environmentOf,
  metricSteps,
  type MetricsRequest,
  type StabilityMetrics,
} from '@plimsoll/plugin-stability-common';
import {
  type AskedEntity,
  askedEntity,
  type ServiceScope,
} from '@plimsoll/service-index';
import type { MetricRow } from '../../facts/factRows';
import { readMetricContent } from '../../facts/metricContent';
import { DEFAULT_WINDOW, REWORK_WINDOW } from '../../facts/MetricWindow';
import { findMembers } from '../members/findMembers';
import type { StabilityContext } from '../StabilityContext';
import { countUnmatched } from './countUnmatched';
import { lastFold } from './lastFold';
import { metricRange } from './metricRange';
import { readFacts } from './readFacts';
import { readLatest } from './readLatest';

/** Environment that answers speak of where the caller names none. */
const PRODUCTION = 'production';

/** What a metrics answer is filled with. */
type Counted = Pick<StabilityMetrics, 'from' | 'to' | 'counts' | 'metrics'>;

/**
 * The metrics of one service, or of all that a system, domain or owner stands
 * for, with what happened last. One service in production and a window that is
 * kept ready costs one row; everything else is counted on the spot.
 *
 * @throws NotFoundError when there is no service that the caller may see
 * @throws InputError when the window cannot be counted
 */
export async function getMetrics(options: {
  context: StabilityContext;
  scope: ServiceScope;
  request: MetricsRequest;
}): Promise<StabilityMetrics> {
  const { context, scope, request } = options;
  const { client, demo } = context;
  const now = context.now();
  const entity = askedEntity(request.entityRef);
  const members = await findMembers({ client, scope, entity });
  const asked = request.environment ?? PRODUCTION;
  const environment = environmentOf(asked, context.rules).name;
  const countIn = async (
    window: Pick<MetricsRequest, 'from' | 'to' | 'window'>,
  ) => {
    const range = metricRange({ request: window, now });
    const about = { ...options, request: window, entity, range, environment };
    return (await readyMetrics(about)) ?? countMetrics({ ...about, now });
  };
  const counted = await withRework(request, countIn);
  const [foldedAt, unmatchedEvents, latest] = await Promise.all([
    lastFold({ client, entity, scope }),
    countUnmatched({ client, entityRefs: entity.isRollup ? [] : members }),
    readLatest({ client, scope, entity, environment }),
  ]);
  return {
    entityRef: entity.entityRef,
    environment,
    from: counted.from,
    to: counted.to,
    computedAt: new Date(foldedAt ?? now).toISOString(),
    services: members.length,
    ...(unmatchedEvents > 0 && { incomplete: { unmatchedEvents } }),
    demo,
    counts: counted.counts,
    metrics: counted.metrics,
    ...latest,
  };
}

/** Who asks for no window gets the rework rate of the half year. */
async function withRework(
  request: MetricsRequest,
  countIn: (
    window: Pick<MetricsRequest, 'from' | 'to' | 'window'>,
  ) => Promise<Counted>,
): Promise<Counted> {
  const { from, to, window } = request;
  const counted = await countIn({ from, to, window });
  if ((from ?? to ?? window) !== undefined) {
    return counted;
  }
  const longer = await countIn({ window: REWORK_WINDOW });
  const rework = longer.metrics.find(({ metric }) => metric === 'rework-rate');
  return {
    ...counted,
    metrics: counted.metrics.map(figure =>
      rework && figure.metric === rework.metric
        ? { ...rework, window: { from: longer.from, to: longer.to } }
        : figure,
    ),
  };
}

/** The kept row of a service, where the request speaks of one. */
async function readyMetrics(options: {
  context: Pick<StabilityContext, 'client'>;
  entity: AskedEntity;
  request: Pick<MetricsRequest, 'from' | 'to' | 'window'>;
  environment: string;
}): Promise<Counted | undefined> {
  const { context, entity, request, environment } = options;
  const { from, to, window = DEFAULT_WINDOW } = request;
  const isReady = !entity.isRollup && environment === PRODUCTION;
  if (!isReady || from !== undefined || to !== undefined) {
    return undefined;
  }
  const row = await context
    .client<MetricRow>('stability_metric as m')
    .join('stability_facts as f', 'f.entity_ref', 'm.entity_ref')
    .where({ 'm.entity_ref': entity.entityRef, window_days: window })
    .first('content', 'folded_at');
  return (
    row &&
    readMetricContent({
      text: row.content,
      days: window,
      countedAt: Number(row.folded_at),
    })
  );
}

async function countMetrics(options: {
  context: StabilityContext;
  scope: ServiceScope;
  entity: AskedEntity;
  range: { from: number; to: number };
  environment: string;
  now: number;
}): Promise<Counted> {
  const { context, scope, entity, range, environment, now } = options;
  const { client, targets, bands } = context;
  const pace = Pace.create();
  const facts = await readFacts({ client, scope, entity, ...range, pace });
  const from = new Date(range.from).toISOString();
  const to = new Date(range.to).toISOString();
  const { counts, metrics } = await pace.run(
    metricSteps({
      ...facts,
      from,
      to,
      now: new Date(now).toISOString(),
      targets,
      bands,
      environment,
    }),
  );
  return { from, to, counts, metrics };
}
