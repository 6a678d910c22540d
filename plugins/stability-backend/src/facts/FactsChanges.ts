import type { Knex } from 'knex';
import { upsertRows } from '../database/upsertRows';
import { FACTS, type FactsRow, type FoldNote, foldNoteOf } from './FactsRow';
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
import { TableChanges } from './TableChanges';

/**
 * What folding some services changes. The caller holds their marks, so that
 * nobody else writes these services.
 */
export class FactsChanges {
  readonly #trx: Knex;
  readonly #deployments: TableChanges<DeploymentRow>;
  readonly #incidents: TableChanges<IncidentRow>;
  readonly #metrics: TableChanges<MetricRow>;
  readonly #askedAt: ReadonlyMap<string, number>;
  readonly #notes: FoldNote[] = [];

  /** Reads what is there of services, through the caller's transaction. */
  static async read(options: {
    trx: Knex;
    entityRefs: readonly string[];
  }): Promise<FactsChanges> {
    const { trx, entityRefs } = options;
    const known: Array<Pick<FactsRow, 'entity_ref' | 'budget_asked_at'>> =
      await trx<FactsRow>(FACTS.name)
        .select('entity_ref', 'budget_asked_at')
        .whereIn('entity_ref', [...entityRefs]);
    return new FactsChanges({
      trx,
      deployments: await TableChanges.read({ ...options, table: DEPLOYMENTS }),
      incidents: await TableChanges.read({ ...options, table: INCIDENTS }),
      metrics: await TableChanges.read({ ...options, table: METRICS }),
      askedAt: new Map(
        known.map(row => [row.entity_ref, Number(row.budget_asked_at ?? 0)]),
      ),
    });
  }

  private constructor(options: {
    trx: Knex;
    deployments: TableChanges<DeploymentRow>;
    incidents: TableChanges<IncidentRow>;
    metrics: TableChanges<MetricRow>;
    askedAt: ReadonlyMap<string, number>;
  }) {
    this.#trx = options.trx;
    this.#deployments = options.deployments;
    this.#incidents = options.incidents;
    this.#metrics = options.metrics;
    this.#askedAt = options.askedAt;
  }

  /**
   * All that is known of one service from now on.
   *
   * @param options.now - Unix milliseconds of the fold
   */
  add(options: {
    service: FoldedService;
    now: number;
    verdictWindowSeconds: number;
  }): void {
    const { service, now } = options;
    const { entityRef, facts } = service;
    const deployments = facts.deployments.map(deploymentRow);
    const incidents = facts.incidents.map(incidentRow);
    this.#deployments.add(entityRef, deployments);
    this.#incidents.add(entityRef, incidents);
    this.#metrics.add(entityRef, metricRows(service, now));
    this.#notes.push(
      foldNoteOf({
        ...options,
        hashes: [...deployments, ...incidents].map(row => row.content_hash),
        askedAt: this.#askedAt.get(entityRef) ?? 0,
      }),
    );
  }

  /** Writes what changed, and takes the marks of these services away. */
  async write(): Promise<void> {
    await this.#deployments.write();
    await this.#incidents.write();
    await this.#metrics.write();
    await upsertRows({ trx: this.#trx, table: FACTS, rows: this.#notes });
    await this.#trx('stability_dirty')
      .whereIn(
        'entity_ref',
        this.#notes.map(note => note.entity_ref),
      )
      .delete();
  }
}
