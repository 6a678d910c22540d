import { createHash } from 'node:crypto';
import type { BillLine, ChargeKey } from '@plimsoll/plugin-cost-common';
import { AmountGuard } from './AmountGuard';
import { joinArrays } from './joinArrays';

/** Lines in one statement: a few milliseconds of SQLite. */
const STATEMENT_LINES = 250;

/** Lines that are held as they are, of all days together. */
const OPEN_LINES = 10_000;

/**
 * Rows of `cost_key` and `cost_line` as JSON texts, ready for statements; lines
 * in the order of days, in which they are read again.
 */
export interface StagedRows {
  keys: string[];
  lines: string[];
}

/**
 * Holds what was read of a delivery until it was read to its end: as texts in
 * the form in which they are written, which takes a tenth of the memory.
 */
export class LineStage {
  readonly #source: string;
  readonly #keys = new Map<string, string>();
  /** Ids of keys that a source hands over again and again. */
  readonly #known = new WeakMap<ChargeKey, string>();
  readonly #guard = AmountGuard.create();
  readonly #periods = new Map<string, StagedPeriod>();
  readonly #keyRows: unknown[][] = [];
  /** Lines that come by what is charged, and go by the day. */
  readonly #days = new Map<string, unknown[][]>();
  #openLines = 0;
  readonly #lines: StagedDay[] = [];

  static create(options: { source: string }): LineStage {
    return new LineStage(options.source);
  }

  private constructor(source: string) {
    this.#source = source;
  }

  /** @throws BillRefusedError when amounts are larger than columns hold */
  add(lines: readonly BillLine[]): void {
    for (const line of lines) {
      this.#addLine(line);
    }
  }

  /** Billing accounts and months that the delivery is the bill of, sorted. */
  get periods(): BillPeriod[] {
    return [...this.#periods.keys()]
      .sort()
      .map(period => JSON.parse(period))
      .map(([billingAccount, billingMonth]) => ({
        billingAccount,
        billingMonth,
      }));
  }

  /** How much there is of a period, undefined when nothing is. */
  extentOf(period: BillPeriod): StagedPeriod | undefined {
    return this.#periods.get(keyOf(period));
  }

  /** What is to be written. */
  rows(): StagedRows {
    this.#flushAll();
    const keys: string[] = [];
    for (
      let start = 0;
      start < this.#keyRows.length;
      start += STATEMENT_LINES
    ) {
      keys.push(
        JSON.stringify(this.#keyRows.slice(start, start + STATEMENT_LINES)),
      );
    }
    const lines = inStatements(
      [...this.#lines].sort(
        (one, other) =>
          Number(one.day > other.day) - Number(one.day < other.day),
      ),
    );
    return { keys, lines };
  }

  #addLine(line: BillLine): void {
    const { billingAccount } = line.key;
    const period = keyOf({ billingAccount, billingMonth: line.billingMonth });
    const extent = this.#periods.get(period) ?? { lines: 0, lastDay: '' };
    this.#periods.set(period, extent);
    extent.lines += 1;
    if (line.day > extent.lastDay && line.kind === 'usage') {
      extent.lastDay = line.day;
    }
    this.#guard.add(line);
    const { billed, effective, contracted, list } = line.amounts;
    const rows = this.#days.get(line.day) ?? [];
    this.#days.set(line.day, rows);
    this.#openLines += 1;
    rows.push([
      billingAccount,
      line.billingMonth,
      this.#idOf(line.key),
      line.day,
      line.kind,
      line.currency,
      line.correction === true,
      // texts: JSON has no numbers of 64 bits
      String(billed),
      String(effective),
      String(contracted),
      String(list),
      line.quantity?.value ?? null,
      line.quantity?.unit ?? null,
    ]);
    if (rows.length >= STATEMENT_LINES) {
      this.#flush(line.day, rows);
    } else if (this.#openLines >= OPEN_LINES) {
      this.#flushAll();
    }
  }

  #flush(day: string, rows: readonly unknown[][]): void {
    this.#lines.push({ day, count: rows.length, text: JSON.stringify(rows) });
    this.#days.delete(day);
    this.#openLines -= rows.length;
  }

  #flushAll(): void {
    for (const [day, rows] of [...this.#days]) {
      this.#flush(day, rows);
    }
  }

  #idOf(key: ChargeKey): string {
    const known = this.#known.get(key);
    if (known) {
      return known;
    }
    const id = this.#keyId(key);
    this.#known.set(key, id);
    return id;
  }

  #keyId(key: ChargeKey): string {
    const content = canonical(key);
    const known = this.#keys.get(content);
    if (known) {
      return known;
    }
    const id = createHash('sha256')
      .update(JSON.stringify([this.#source, content]))
      .digest('hex')
      .slice(0, 40);
    this.#keys.set(content, id);
    this.#keyRows.push([
      id,
      content,
      key.product,
      key.category,
      key.resourceId ?? null,
      key.subAccount ?? null,
    ]);
    return id;
  }
}

/** Some lines of a day, as JSON. */
interface StagedDay {
  day: string;
  count: number;
  text: string;
}

/** Neighbours that fit into one statement together, so that few are small. */
function inStatements(days: readonly StagedDay[]): string[] {
  const statements: string[][] = [];
  let count = STATEMENT_LINES;
  for (const day of days) {
    if (count + day.count > STATEMENT_LINES) {
      statements.push([]);
      count = 0;
    }
    statements.at(-1)!.push(day.text);
    count += day.count;
  }
  return statements.map(joinArrays);
}

/** How much of a period was read. */
export interface StagedPeriod {
  lines: number;
  /** Newest day of use; the empty text for none. */
  lastDay: string;
}

function keyOf({ billingAccount, billingMonth }: BillPeriod): string {
  return JSON.stringify([billingAccount, billingMonth]);
}

/** A month's bill of one account. */
export interface BillPeriod {
  billingAccount: string;
  /** First day, `2026-10-01`. */
  billingMonth: string;
}

/** The same text for equal keys, whatever the order of their fields. */
function canonical(key: ChargeKey): string {
  return JSON.stringify({
    billingAccount: key.billingAccount,
    subAccount: key.subAccount,
    product: key.product,
    category: key.category,
    resourceId: key.resourceId,
    resourceName: key.resourceName,
    resourceType: key.resourceType,
    region: key.region,
    sku: key.sku,
    tags: Object.fromEntries(
      Object.entries(key.tags).sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
    commitment: key.commitment,
    pricing: key.pricing,
    splitByProvider: key.splitByProvider,
    provider: key.provider,
    serviceCategory: key.serviceCategory,
  } satisfies ChargeKey);
}
