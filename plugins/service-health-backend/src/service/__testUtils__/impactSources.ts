import type { DeploymentCost } from '@plimsoll/plugin-cost-common';
import type {
  HistoryPoint,
  ObjectivePage,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import type { Deployment, Incident } from '@plimsoll/plugin-stability-common';
import { NotFoundError } from '@backstage/errors';
import {
  deploymentOf,
  iso,
  NOON,
  objectiveOf,
} from '../../__testUtils__/summaries';
import type { ImpactSources } from '../impact/ImpactSources';

const STEP = 300;

/** The release that broke checkout: live an hour ago, for twenty minutes. */
export function impactSources(
  options: {
    deployments?: Deployment[];
    incidents?: Incident[];
    costs?: DeploymentCost[];
    /** Units of an objective that went bad in the step that ends then. */
    badAt?: (ref: string, at: number) => number;
    sources?: ObjectivePage['sources'];
  } = {},
) {
  const live = NOON - 3_600_000;
  const {
    deployments = [
      deploymentOf({
        name: 'checkout',
        id: 'd-old',
        version: 'v2.30.2',
        startedAt: iso(live - 86_400_000),
        finishedAt: iso(live - 86_400_000),
      }),
      deploymentOf({
        name: 'checkout',
        id: 'd-bad',
        startedAt: iso(live - 60_000),
        finishedAt: iso(live),
        changes: [{ sha: 'a91c4e2' }],
        verdict: {
          name: 'failed',
          confidence: 1,
          suspected: false,
          decidedBy: 'rule',
        },
      }),
      deploymentOf({
        name: 'checkout',
        id: 'd-back',
        type: 'rollback',
        version: 'v2.30.2',
        startedAt: iso(live + 1_140_000),
        finishedAt: iso(live + 1_200_000),
      }),
    ],
    incidents = [],
    costs = [],
    badAt = (ref, at) =>
      ref.includes('checkout') && at > live && at <= live + 1_200_000 ? 380 : 1,
    sources = [],
  } = options;
  /** Whose token each plugin was asked with. */
  const tokens: string[] = [];
  const objectives: ObjectiveStatus[] = [
    objectiveOf({ name: 'checkout', remaining: 0.647 }),
    {
      ...objectiveOf({ name: 'slow', remaining: 0.9 }),
      displayName: 'Latency',
    },
    { ...objectiveOf({ name: 'recovery' }), source: 'facts' },
    objectiveOf({ name: 'derived' }),
  ].map(objective => ({
    ...objective,
    budget: { ...objective.budget, allowed: 10_000 },
  }));
  const queries: Record<string, string> = {
    'slo:default/checkout-availability': 'http_requests_total{code="500"}',
    'slo:default/slow-availability': 'http_request_duration_seconds_bucket',
    'slo:default/derived-availability':
      'backstage_plugin_stability_deployments_total',
  };
  const remember = (sent?: { token?: string }) => {
    tokens.push(sent?.token ?? '');
  };
  const within =
    (from = '', to = '~') =>
    (item: { startedAt: string }) =>
      item.startedAt >= from && item.startedAt < to;
  const asked: ImpactSources = {
    slo: {
      listObjectives: async (_request, sent) => {
        remember(sent);
        return {
          items: objectives,
          sources: [
            { name: 'facts', type: 'stability', demo: false, up: true },
            ...sources,
          ],
        } as ObjectivePage;
      },
      explainObjective: async ({ ref }) =>
        ({
          queries: [{ name: 'bad', language: 'promql', text: queries[ref] }],
        } as never),
      getHistory: async ({ ref }, { from, to }) => {
        const first = Math.floor(Date.parse(from) / 1_000 / STEP) * STEP;
        const points: HistoryPoint[] = [];
        for (let at = first + STEP; at <= Date.parse(to) / 1_000; at += STEP) {
          points.push({
            at: iso(at * 1_000),
            bad: badAt(ref, at * 1_000),
            total: 1_000,
            coverage: 1,
            remaining: 0.8,
          });
        }
        return { from, to, step: STEP, view: 'rolling', points, gaps: [] };
      },
    },
    stability: {
      getDeployment: async (id, sent) => {
        remember(sent);
        const found = deployments.find(one => one.id === id);
        if (!found) {
          throw Object.assign(new NotFoundError(), { statusCode: 404 });
        }
        return found;
      },
      listDeployments: async ({ from, to }) => {
        const items = deployments.filter(within(from, to)).reverse();
        return { items, totalItems: items.length, pageInfo: {} };
      },
      listIncidents: async ({ from, to }) => {
        const items = incidents.filter(within(from, to));
        return { items, totalItems: items.length, pageInfo: {} };
      },
    },
    cost: {
      listDeploymentCosts: async (_ref, _request, sent) => {
        remember(sent);
        return { items: costs, totalItems: costs.length, pageInfo: {} };
      },
    },
  };
  return { sources: asked, tokens };
}
