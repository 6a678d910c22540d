import { ConflictError } from '@backstage/errors';
import type { BillLine } from '@plimsoll/plugin-cost-common';
import {
  type BillDelivery,
  type BillReading,
  BillRefusedError,
  type BillSource,
  type BillTotal,
  type CostCategories,
  countFaultsSql,
  faultsOf,
  FocusLines,
  FocusTable,
  foldChargesSql,
  type FoldedValue,
  groupChargesSql,
  LINE_COLUMNS,
} from '@plimsoll/plugin-cost-node';
import type { Knex } from 'knex';
import { describeTable } from './describeTable';
import { identifier } from './identifier';
import { postgresDialect as dialect } from './postgresDialect';

/** Lines in a batch: small, so that the event loop stays free. */
const BATCH = 250;

/** @see PostgresBillSource */
export interface PostgresBillSourceOptions {
  /** Name in `cost.sources`. */
  name: string;
  /** The database with the bill; never the portal's own pool. */
  client: Knex;
  /** Table or view with FOCUS rows: `name` or `schema.name`. */
  table: string;
  /** Column that grows with every change of a month; hashes of rows without. */
  versionColumn?: string;
  /** How many months are looked at, this one included. */
  months: number;
  /** Milliseconds for which what was listed is not looked for again. */
  everyMs: number;
  /** Milliseconds that a statement may take. */
  timeoutMs: number;
  settleDays?: number;
  categories: CostCategories;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

interface Month {
  account: string;
  month: string;
  version: string;
}

/**
 * A bill in a table of PostgreSQL, aggregated there: what leaves the database
 * are lines, not rows. A delivery is a month of one billing account.
 */
export class PostgresBillSource implements BillSource {
  readonly name: string;
  readonly settleDays: number | undefined;
  readonly #options: PostgresBillSourceOptions;
  #listed: { at: number; deliveries: BillDelivery[] } | undefined;

  static create(options: PostgresBillSourceOptions): PostgresBillSource {
    return new PostgresBillSource(options);
  }

  private constructor(options: PostgresBillSourceOptions) {
    this.name = options.name;
    this.settleDays = options.settleDays;
    this.#options = options;
  }

  async listDeliveries(options: {
    signal: AbortSignal;
  }): Promise<BillDelivery[]> {
    const { everyMs, now = Date.now } = this.#options;
    const at = now();
    if (this.#listed && at - this.#listed.at < everyMs) {
      return this.#listed.deliveries;
    }
    const months = await this.#look(options.signal, async trx =>
      this.#months({ trx, table: await this.#table(trx) }),
    );
    const deliveries = months.map(({ account, month, version }) => ({
      id: `${account}|${month}`,
      version,
    }));
    this.#listed = { at, deliveries };
    return deliveries;
  }

  async read(request: Parameters<BillSource['read']>[0]): Promise<BillReading> {
    const { delivery, tags, onLines, signal } = request;
    return this.#look(signal, async trx => {
      const table = await this.#table(trx);
      const months = await this.#months({ trx, table });
      const month = months.find(
        one => `${one.account}|${one.month}` === delivery.id,
      );
      if (month?.version !== delivery.version) {
        this.#listed = undefined;
        throw new ConflictError(
          `'${delivery.id}' of cost.sources.${this.name} has changed; it is read again`,
        );
      }
      const began = performance.now();
      const grouped = groupChargesSql({
        table,
        dialect,
        from: await this.#rowsOf({ trx, table, month }),
      });
      const { rows, faults } = await countFaults(trx, grouped);
      if (faults.some(({ severity }) => severity === 'error')) {
        throw new BillRefusedError(faults);
      }
      const exact = await this.#sendLines({
        trx,
        grouped,
        tags,
        onLines,
        signal,
      });
      return {
        rows,
        faults,
        exact,
        formatVersion: table.version,
        engineSeconds: (performance.now() - began) / 1_000,
      };
    });
  }

  /** All statements see the bill as it was when the first one began. */
  async #look<T>(
    signal: AbortSignal,
    work: (trx: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    const { client, timeoutMs } = this.#options;
    return client.transaction(
      async trx => {
        await trx.raw(`SET LOCAL statement_timeout = ${Math.trunc(timeoutMs)}`);
        await trx.raw(`SET LOCAL TimeZone = 'UTC'`);
        return work(trx);
      },
      { isolationLevel: 'repeatable read', readOnly: true },
    );
  }

  async #table(trx: Knex): Promise<FocusTable> {
    const { table } = this.#options;
    const columns = await describeTable({ trx, table });
    return FocusTable.create({ columns, place: table });
  }

  async #months(options: { trx: Knex; table: FocusTable }): Promise<Month[]> {
    const { trx, table } = options;
    const { versionColumn, months, now = Date.now } = this.#options;
    const { account, start } = namesOf(table);
    const from = new Date(now());
    from.setUTCDate(1);
    from.setUTCMonth(from.getUTCMonth() - months + 1);
    const version = versionColumn
      ? `CAST(max(${identifier(versionColumn, { isPath: false })}) AS TEXT)`
      : // a sum, so that the order of rows does not matter
        `CAST(sum(CAST(hashtextextended(CAST(bill AS TEXT), 0) AS NUMERIC)) AS TEXT)`;
    const { rows } = await trx.raw(
      `SELECT CAST(${account} AS TEXT) AS account,
         to_char(${start}, 'YYYY-MM') || '-01' AS month,
         count(*) || ':' || COALESCE(${version}, '') AS version
       FROM ${identifier(this.#options.table)} AS bill
       WHERE ${start} >= CAST(? AS TIMESTAMP)
       GROUP BY 1, 2 ORDER BY 1, 2`,
      [from.toISOString().slice(0, 10)],
    );
    return rows;
  }

  /** The rows of one month of one account, as a table of a statement. */
  async #rowsOf(options: {
    trx: Knex;
    table: FocusTable;
    month: Month;
  }): Promise<string> {
    const { trx, table, month } = options;
    const { account, start } = namesOf(table);
    const query = trx.raw(
      `(SELECT * FROM ${identifier(this.#options.table)}
        WHERE CAST(${account} AS TEXT) IS NOT DISTINCT FROM ?
        AND ${start} >= CAST(? AS TIMESTAMP)
        AND ${start} < CAST(? AS TIMESTAMP) + INTERVAL '1 month') AS bill`,
      [month.account, month.month, month.month],
    );
    return query.toQuery();
  }

  async #sendLines(options: {
    trx: Knex;
    grouped: string;
    tags: readonly string[];
    onLines(lines: BillLine[]): Promise<void>;
    signal: AbortSignal;
  }): Promise<BillTotal[]> {
    const { trx, grouped, tags, onLines, signal } = options;
    const lines = FocusLines.create(this.#options);
    const folded = foldChargesSql({
      charges: 'charge',
      grouped,
      dialect,
      tags,
    });
    await run(trx, `DECLARE line NO SCROLL CURSOR FOR ${folded}`);
    for (;;) {
      signal.throwIfAborted();
      const rows = await run(trx, `FETCH ${BATCH} FROM line`);
      if (rows.length === 0) {
        return lines.exact;
      }
      await onLines(
        rows.map(row =>
          lines.line(LINE_COLUMNS.map(name => row[name] ?? null)),
        ),
      );
    }
  }
}

function namesOf(table: FocusTable) {
  return {
    account: table.column('BillingAccountId')!.sql,
    start: table.column('BillingPeriodStart')!.sql,
  };
}

/** Runs a statement in which question marks are no placeholders. */
async function run(
  trx: Knex,
  sql: string,
): Promise<Array<Record<string, FoldedValue>>> {
  const { rows } = await trx.raw(sql.replaceAll('?', '\\?'));
  return rows;
}

async function countFaults(trx: Knex, grouped: string) {
  const [counts] = await run(
    trx,
    countFaultsSql({ charges: 'charge', grouped, dialect }),
  );
  const [rows, ...offences] = Object.values(counts).map(Number);
  return { rows, faults: faultsOf(offences) };
}
