import {
  chooseImpacts,
  type DeploymentImpact,
  type ImpactDoubt,
  type ImpactSpans,
  type ObjectiveImpact,
  objectiveImpact,
  subjectOfQueries,
} from '@plimsoll/plugin-service-health-common';
import type {
  ObjectivePage,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import pLimit from 'p-limit';
import { doubtOf } from './doubtOf';
import type { ImpactSources, ImpactTokens } from './ImpactSources';

type Impacts = Pick<
  DeploymentImpact,
  'budget' | 'errorRate' | 'latency' | 'objectives'
>;

/** Type and usual name of the source that measures deployments themselves. */
const FROM_DEPLOYMENTS = 'stability';
/** Objectives of one service that are asked, worst first. */
const MOST = 20;
const AT_ONCE = 4;

/**
 * What happened to a service's objectives. Those on deployments and incidents
 * are left out: they would speak of themselves.
 */
export async function readObjectives(options: {
  slo: ImpactSources['slo'];
  entityRef: string;
  spans: ImpactSpans;
  sent: ImpactTokens['slo'];
}): Promise<Impacts> {
  const { slo, entityRef, sent } = options;
  try {
    const page = await slo.listObjectives(
      { entityRef, sort: 'worst', limit: 100 },
      sent,
    );
    const limit = pLimit(AT_ONCE);
    const impacts = await Promise.all(
      page.items
        .filter(objective => isIndependent(objective, page))
        .slice(0, MOST)
        .map(objective => limit(() => impactOn({ ...options, objective }))),
    );
    return chooseImpacts(impacts.filter(impact => impact !== undefined));
  } catch (error) {
    const doubt = doubtOf(error);
    return { budget: doubt, errorRate: doubt, latency: doubt, objectives: [] };
  }
}

/** Where there is nothing to compare. */
export function withoutObjectives(reason: ImpactDoubt): Impacts {
  const doubt = { state: 'cannot-tell', reason } as const;
  return { budget: doubt, errorRate: doubt, latency: doubt, objectives: [] };
}

async function impactOn(options: {
  slo: ImpactSources['slo'];
  objective: ObjectiveStatus;
  spans: ImpactSpans;
  sent: ImpactTokens['slo'];
}): Promise<ObjectiveImpact | undefined> {
  const { slo, objective, spans, sent } = options;
  const { queries } = await slo.explainObjective(objective, sent);
  const { unit } = objective;
  const subject = subjectOfQueries({ queries, unit });
  if (subject === undefined) {
    return undefined;
  }
  const history = await slo.getHistory(
    objective,
    { from: spans.before.from, to: spans.after.to, view: 'rolling' },
    sent,
  );
  return objectiveImpact({ objective, subject, history, spans });
}

function isIndependent(
  { source }: ObjectiveStatus,
  { sources }: ObjectivePage,
): boolean {
  const type = sources.find(({ name }) => name === source)?.type;
  return source !== FROM_DEPLOYMENTS && type !== FROM_DEPLOYMENTS;
}
