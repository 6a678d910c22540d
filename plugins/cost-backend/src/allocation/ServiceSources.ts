import type { Allocation } from '@plimsoll/plugin-cost-common';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { deleteRows } from '../database/deleteRows';
import { type InsertedColumn, insertRows } from '../database/insertRows';
import type { KeyedLine } from './readLines';

/** Rows per statement: some milliseconds of SQLite. */
const CHUNK = 500;

const COLUMNS: readonly InsertedColumn[] = [
  ['billing_month', 'text'],
  ['entity_ref', 'text'],
  ['source', 'text'],
];

/** @see ServiceSources */
interface ServiceSourcesOptions {
  trx: Knex;
  billingMonth: string;
  pace: Pace;
}

/**
 * Notes whose bills name a service in a billing month: where one of them is
 * late, days after its end are not known of that service, and of no other.
 */
export class ServiceSources {
  readonly #options: ServiceSourcesOptions;
  /** Lists that were looked at already, by source. */
  readonly #seen = new Map<string, Set<readonly string[]>>();
  readonly #refs = new Map<string, Set<string>>();

  /** Takes the former ones away. */
  static async create(options: ServiceSourcesOptions): Promise<ServiceSources> {
    await deleteRows({
      ...options,
      table: 'cost_service_source',
      where: { billing_month: options.billingMonth },
    });
    return new ServiceSources(options);
  }

  private constructor(options: ServiceSourcesOptions) {
    this.#options = options;
  }

  add(
    lines: readonly KeyedLine[],
    allocation: Pick<Allocation, 'servicesOf'>,
  ): void {
    for (const line of lines) {
      const { source } = line;
      const named = allocation.servicesOf(line);
      const seen = this.#seen.get(source) ?? new Set();
      if (!seen.has(named)) {
        this.#seen.set(source, seen.add(named));
        const refs = this.#refs.get(source) ?? new Set();
        this.#refs.set(source, refs);
        named.forEach(ref => refs.add(ref));
      }
    }
  }

  async finish(): Promise<void> {
    const { trx, billingMonth, pace } = this.#options;
    for (const [source, refs] of this.#refs) {
      const rows = [...refs].map(ref => [billingMonth, ref, source]);
      for (let start = 0; start < rows.length; start += CHUNK) {
        await insertRows({
          trx,
          table: 'cost_service_source',
          columns: COLUMNS,
          rows: rows.slice(start, start + CHUNK),
        });
        await pace.rest();
      }
    }
  }
}
