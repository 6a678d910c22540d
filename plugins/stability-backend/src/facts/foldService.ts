import { Pace } from '@plimsoll/plugin-database';
import {
  type BandSet,
  type FactRules,
  factSteps,
  isIncidentOf,
  metricsByWindow,
  type ServiceFacts,
  type ServiceHistory,
} from '@plimsoll/plugin-stability-common';
import type { MetricTargets } from '../metrics/readTargets';
import type { MetricContent } from './metricContent';
import {
  METRIC_WINDOWS,
  type MetricWindow,
  windowBefore,
} from './MetricWindow';

/** Milliseconds after which windows have moved on enough to be read anew. */
const REFRESH_MS = 6 * 3_600_000;
/** Nothing in any window any more: nothing moves. */
const LONGEST_WINDOW_MS = 181 * 86_400_000;

/** How facts and metrics are made; from app-config. */
export interface FoldRules {
  rules: FactRules;
  targets: MetricTargets;
  /** None unless they are switched on. */
  bands?: BandSet;
}

/** All that is stored of one service. */
export interface FoldedService {
  entityRef: string;
  facts: ServiceFacts;
  windows: Array<{ days: MetricWindow; content: MetricContent }>;
  /** Unix milliseconds; undefined where nothing will change by itself. */
  nextDueAt: number | undefined;
}

/**
 * Makes the facts and the ready metrics of one service from its whole history.
 * However long that is, requests are answered in between.
 *
 * @param options.now - Unix milliseconds
 */
export async function foldService(
  options: FoldRules & { history: ServiceHistory; now: number },
): Promise<FoldedService> {
  return Pace.create().run(foldSteps(options));
}

function* foldSteps(
  options: FoldRules & { history: ServiceHistory; now: number },
): Generator<unknown, FoldedService, undefined> {
  const { history, rules, targets, bands, now } = options;
  const at = new Date(now).toISOString();
  const facts = yield* factSteps({ history, rules, now: at });
  const { deployments, incidents } = facts;
  const lastDeployment = deployments.findLast(
    ({ production, type }) => production && type !== 'redeploy',
  );
  const openIncident = incidents.findLast(
    incident =>
      incident.state !== 'resolved' &&
      !incident.merged &&
      !incident.derived &&
      isIncidentOf(incident, 'production'),
  );
  const ranges = METRIC_WINDOWS.map(days => windowBefore({ days, now }));
  const windows: FoldedService['windows'] = [];
  for (const counted of metricsByWindow({
    windows: ranges,
    deployments,
    incidents,
    now: at,
    targets,
    bands,
    environment: 'production',
  })) {
    const place = windows.length;
    windows.push({
      days: METRIC_WINDOWS[place],
      content: { ...ranges[place], ...counted, lastDeployment, openIncident },
    });
    yield;
  }
  return {
    entityRef: history.entityRef,
    facts,
    windows,
    nextDueAt: dueAt({ facts, now }),
  };
}

function dueAt(options: {
  facts: ServiceFacts;
  now: number;
}): number | undefined {
  const { facts, now } = options;
  // by start, the newest last
  const last = facts.deployments.at(-1);
  const newest = Math.max(
    last ? Date.parse(last.startedAt) : -Infinity,
    ...facts.incidents.map(item =>
      item.state === 'resolved' ? Date.parse(item.startedAt) : now,
    ),
  );
  const dues = [
    ...(newest > now - LONGEST_WINDOW_MS ? [now + REFRESH_MS] : []),
    ...(facts.nextDueAt ? [Date.parse(facts.nextDueAt)] : []),
  ];
  return dues.length === 0 ? undefined : Math.min(...dues);
}
