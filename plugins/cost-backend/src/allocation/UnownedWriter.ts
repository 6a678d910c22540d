import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { toAmountColumns } from '../database/amountColumns';
import { deleteRows } from '../database/deleteRows';
import { type InsertedColumn, insertRows } from '../database/insertRows';
import type { KeyedLine } from './readLines';

/** Rows per statement: some milliseconds of SQLite. */
const CHUNK = 500;

const COLUMNS: readonly InsertedColumn[] = [
  ['billing_month', 'text'],
  ['day', 'text'],
  ['key_id', 'text'],
  ['kind', 'text'],
  ['currency', 'text'],
  ['billed', 'bigint'],
  ['effective', 'bigint'],
  ['contracted', 'bigint'],
  ['list', 'bigint'],
];

/** @see UnownedWriter */
interface UnownedWriterOptions {
  trx: Knex;
  billingMonth: string;
  pace: Pace;
}

/**
 * Replaces the charges of a billing month that no service owns. They are
 * written down apart, so that the page of them looks at no others.
 */
export class UnownedWriter {
  readonly #options: UnownedWriterOptions;
  #lines: KeyedLine[] = [];

  /** Takes the former ones away. */
  static async create(options: UnownedWriterOptions): Promise<UnownedWriter> {
    await deleteRows({
      ...options,
      table: 'cost_unowned',
      where: { billing_month: options.billingMonth },
    });
    return new UnownedWriter(options);
  }

  private constructor(options: UnownedWriterOptions) {
    this.#options = options;
  }

  async add(lines: readonly KeyedLine[]): Promise<void> {
    lines.forEach(line => this.#lines.push(line));
    if (this.#lines.length >= CHUNK) {
      await this.finish();
    }
  }

  /** Writes what is left. */
  async finish(): Promise<void> {
    const { trx, pace } = this.#options;
    const rows = this.#lines.map(toRow);
    this.#lines = [];
    await insertRows({ trx, table: 'cost_unowned', columns: COLUMNS, rows });
    await pace.rest();
  }
}

function toRow(line: KeyedLine): string[] {
  const amounts = toAmountColumns(line.amounts);
  return [
    line.billingMonth,
    line.day,
    line.keyId,
    line.kind,
    line.currency,
    amounts.billed,
    amounts.effective,
    amounts.contracted,
    amounts.list,
  ];
}
