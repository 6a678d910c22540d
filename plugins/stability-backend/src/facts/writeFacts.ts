import type { Knex } from 'knex';
import { nextQuestionAt } from '../budget/nextQuestionAt';
import { contentHash } from '../observations/contentHash';
import {
  type DeploymentRow,
  deploymentRow,
  type IncidentRow,
  incidentRow,
  type MetricRow,
  metricRows,
} from './factRows';
import { DEPLOYMENTS, INCIDENTS, METRICS } from './factTables';
import type { FoldedService } from './foldService';
import { replaceRows } from './replaceRows';

/** A row of `stability_facts`. Times are Unix milliseconds. */
export interface FactsRow {
  entity_ref: string;
  folded_at: number;
  next_due_at: number | null;
  /** Equal for equal deployments and incidents. */
  facts_hash: string;
  /** When the SLO plugin is asked next about this service. */
  budget_due_at: number | null;
  /** When it was asked last. */
  budget_asked_at: number | null;
}

/** A folded service as its rows. */
interface ServiceRows {
  service: FoldedService;
  deployments: DeploymentRow[];
  incidents: IncidentRow[];
  metrics: MetricRow[];
}

/**
 * Makes the tables say what the fold said, and takes the services' marks away.
 * The caller holds those marks, so that nobody else writes these services.
 *
 * @param options.now - Unix milliseconds of the fold
 */
export async function writeFacts(options: {
  trx: Knex;
  services: readonly FoldedService[];
  now: number;
  verdictWindowSeconds: number;
}): Promise<void> {
  const { trx, services, now } = options;
  const entityRefs = services.map(({ entityRef }) => entityRef);
  const all = services.map(
    (service): ServiceRows => ({
      service,
      deployments: service.facts.deployments.map(deploymentRow),
      incidents: service.facts.incidents.map(incidentRow),
      metrics: metricRows(service, now),
    }),
  );
  await replaceRows({
    trx,
    entityRefs,
    table: DEPLOYMENTS,
    rows: all.flatMap(({ deployments }) => deployments),
  });
  await replaceRows({
    trx,
    entityRefs,
    table: INCIDENTS,
    rows: all.flatMap(({ incidents }) => incidents),
  });
  await replaceRows({
    trx,
    entityRefs,
    table: METRICS,
    rows: all.flatMap(({ metrics }) => metrics),
  });
  await noteFold({ ...options, entityRefs, all });
  await trx('stability_dirty').whereIn('entity_ref', entityRefs).delete();
}

/** Says when services were folded and fall due again. */
async function noteFold(options: {
  trx: Knex;
  entityRefs: readonly string[];
  all: readonly ServiceRows[];
  now: number;
  verdictWindowSeconds: number;
}): Promise<void> {
  const { trx, entityRefs, all, now, verdictWindowSeconds } = options;
  const known: Array<Pick<FactsRow, 'entity_ref' | 'budget_asked_at'>> =
    await trx<FactsRow>('stability_facts')
      .select('entity_ref', 'budget_asked_at')
      .whereIn('entity_ref', [...entityRefs]);
  const askedAt = new Map(
    known.map(row => [row.entity_ref, Number(row.budget_asked_at ?? 0)]),
  );
  const rows = all.map(({ service, deployments, incidents }) => ({
    entity_ref: service.entityRef,
    folded_at: now,
    next_due_at: service.nextDueAt ?? null,
    facts_hash: contentHash(
      [...deployments, ...incidents].map(row => row.content_hash).join(' '),
    ),
    budget_due_at:
      nextQuestionAt({
        deployments: service.facts.deployments,
        askedAt: askedAt.get(service.entityRef) ?? 0,
        verdictWindowSeconds,
      }) ?? null,
  }));
  await trx<FactsRow>('stability_facts')
    .insert(rows)
    .onConflict('entity_ref')
    .merge(['folded_at', 'next_due_at', 'facts_hash', 'budget_due_at']);
}
