import { Pace } from '@plimsoll/plugin-database';
import {
  environmentOf,
  explainSteps,
  type MetricExplanation,
  type MetricName,
  type MetricsRequest,
} from '@plimsoll/plugin-stability-common';
import { askedEntity, type ServiceScope } from '@plimsoll/service-index';
import { REWORK_WINDOW } from '../../facts/MetricWindow';
import { findMembers } from '../members/findMembers';
import type { StabilityContext } from '../StabilityContext';
import { metricRange } from './metricRange';
import { readFacts } from './readFacts';

/**
 * One number with everything that it is made of.
 *
 * @throws NotFoundError when there is no service that the caller may see
 * @throws InputError when the window cannot be counted
 */
export async function explainFigure(options: {
  context: StabilityContext;
  scope: ServiceScope;
  request: MetricsRequest & { metric: MetricName };
}): Promise<MetricExplanation> {
  const { context, scope, request } = options;
  const { client, rules, targets, bands } = context;
  const now = context.now();
  const isRework = request.metric === 'rework-rate';
  const range = metricRange({
    request,
    now,
    ...(isRework && { defaultDays: REWORK_WINDOW }),
  });
  const entity = askedEntity(request.entityRef);
  await findMembers({ client, scope, entity });
  const pace = Pace.create();
  const facts = await readFacts({ client, scope, entity, ...range, pace });
  return pace.run(
    explainSteps({
      ...facts,
      metric: request.metric,
      from: new Date(range.from).toISOString(),
      to: new Date(range.to).toISOString(),
      now: new Date(now).toISOString(),
      targets,
      bands,
      environment: environmentOf(request.environment ?? 'production', rules)
        .name,
    }),
  );
}
