import { type AllocatedCost, monthOf } from '@plimsoll/plugin-cost-common';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { toAmountColumns } from '../database/amountColumns';
import { deleteRows } from '../database/deleteRows';
import { distinctValues } from '../database/distinctValues';
import { type InsertedColumn, insertRows } from '../database/insertRows';
import { sumDays, sumMonth } from './sumCosts';

/** Rows per statement: some milliseconds of SQLite. */
const CHUNK = 500;

const COLUMNS: readonly InsertedColumn[] = [
  ['entity_ref', 'text'],
  ['pool', 'text'],
  ['billing_month', 'text'],
  ['day', 'text'],
  ['category', 'text'],
  ['kind', 'text'],
  ['currency', 'text'],
  ['basis', 'text'],
  ['billed', 'bigint'],
  ['effective', 'bigint'],
  ['contracted', 'bigint'],
  ['list', 'bigint'],
];

/** What was written of a month. */
export interface WrittenMonth {
  parts: number;
  /** All days that the old and the new parts touch, in order. */
  days: readonly string[];
}

/** @see MonthWriter */
interface MonthWriterOptions {
  /** A transaction, so that nobody ever sees half a month. */
  trx: Knex;
  billingMonth: string;
  pace: Pace;
}

/**
 * Replaces the parts of a billing month, and the sums of all days and months
 * that the old and the new parts touch.
 */
export class MonthWriter {
  readonly #options: MonthWriterOptions;
  readonly #days: Set<string>;
  /** Refs by calendar month. */
  readonly #refs = new Map<string, Set<string>>();
  #rows: Array<Array<string | null>> = [];
  #parts = 0;

  /** Takes the old parts away. */
  static async create(options: MonthWriterOptions): Promise<MonthWriter> {
    const { trx, billingMonth, pace } = options;
    const where = { billing_month: billingMonth };
    const days = await distinctValues({
      query: trx('cost_daily').where(where),
      column: 'day',
    });
    await deleteRows({ trx, table: 'cost_daily', where, pace });
    return new MonthWriter(options, days);
  }

  private constructor(options: MonthWriterOptions, days: readonly string[]) {
    this.#options = options;
    this.#days = new Set(days);
  }

  async add(costs: readonly AllocatedCost[]): Promise<void> {
    for (const cost of costs) {
      this.#note(cost);
      this.#rows.push(toRow(cost));
      if (this.#rows.length >= CHUNK) {
        await this.#flush();
      }
    }
  }

  /** Sums up what was written. */
  async finish(): Promise<WrittenMonth> {
    const { trx, pace } = this.#options;
    await this.#flush();
    const days = [...this.#days].sort();
    // bills of neighbouring months share days: who sums second must see the first
    await trx('cost_poll')
      .insert({ name: 'sums' })
      .onConflict('name')
      .merge(['name']);
    await sumDays({ trx, days, pace });
    for (const month of new Set(days.map(monthOf))) {
      const refs = this.#refs.get(month) ?? [];
      await sumMonth({ trx, month, refs, pace });
    }
    return { parts: this.#parts, days };
  }

  #note({ day, entityRef }: AllocatedCost): void {
    this.#days.add(day);
    if (entityRef !== undefined) {
      const month = monthOf(day);
      const refs = this.#refs.get(month) ?? new Set();
      this.#refs.set(month, refs.add(entityRef));
    }
  }

  async #flush(): Promise<void> {
    const { trx, pace } = this.#options;
    const rows = this.#rows;
    this.#rows = [];
    this.#parts += rows.length;
    await insertRows({ trx, table: 'cost_daily', columns: COLUMNS, rows });
    await pace.rest();
  }
}

function toRow(cost: AllocatedCost): Array<string | null> {
  const amounts = toAmountColumns(cost.amounts);
  return [
    cost.entityRef ?? null,
    cost.pool ?? null,
    cost.billingMonth,
    cost.day,
    cost.category,
    cost.kind,
    cost.currency,
    cost.basis ? JSON.stringify(cost.basis) : null,
    amounts.billed,
    amounts.effective,
    amounts.contracted,
    amounts.list,
  ];
}
