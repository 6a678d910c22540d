import { BillRefusedError } from '../BillRefusedError';

/** A column as a reader of tables describes it. @public */
export interface DescribedColumn {
  /** As the table spells it. */
  name: string;
  /** The engine's word for its type; texts by default. */
  type?: string;
  /** How SQL names it; never the raw name of a file's header. */
  sql: string;
}

/** Without one of these a sum would be false. */
const NEEDED = [
  'BilledCost',
  'EffectiveCost',
  'ContractedCost',
  'ListCost',
  'BillingCurrency',
  'BillingAccountId',
  'BillingPeriodStart',
  'ChargePeriodStart',
  'ChargeCategory',
] as const;

/** Columns that our export of a split has, all together. */
const OWN = ['x_CostCategory', 'x_EntityRef', 'x_Pool', 'AllocatedMethodId'];

/** Columns that a version brought, newest first. */
const BROUGHT: ReadonlyArray<[version: string, columns: readonly string[]]> = [
  ['1.4', ['InvoiceDetailId', 'BillingPeriodStatus']],
  ['1.3', ['ServiceProviderName', 'HostProviderName', 'AllocatedMethodId']],
  ['1.2', ['InvoiceId', 'BillingAccountType', 'PricingCurrency']],
  ['1.1', ['ServiceSubcategory', 'SkuMeter', 'CapacityReservationId']],
];

/** Exporters write `BilledCost`, `billedcost` and `billed_cost`. */
const plain = (name: string) => name.trim().toLowerCase().replaceAll('_', '');

/**
 * A table that holds FOCUS rows, its columns found by their names: order and
 * columns of one's own do not matter.
 *
 * @public
 */
export class FocusTable {
  readonly #columns: Map<string, DescribedColumn>;

  /**
   * @param options.place - names the file or table in sentences
   * @throws BillRefusedError when it cannot be a bill, with what it lacks
   */
  static create(options: {
    columns: readonly DescribedColumn[];
    place: string;
  }): FocusTable {
    const { columns, place } = options;
    const found = new Map<string, DescribedColumn>();
    for (const column of columns) {
      const name = plain(column.name);
      if (found.has(name) && NEEDED.some(needed => plain(needed) === name)) {
        throw BillRefusedError.of({
          rule: 'column-twice',
          place: column.name.slice(0, 80),
          file: place,
          message: `${place} has the column ${column.name.slice(
            0,
            80,
          )} twice: export it anew with each column once`,
        });
      }
      if (!found.has(name)) {
        found.set(name, column);
      }
    }
    const missing = NEEDED.filter(name => !found.has(plain(name)));
    if (missing.length > 0) {
      throw BillRefusedError.of({
        rule: 'column-missing',
        place: missing.join(', '),
        file: place,
        message:
          `${place} has no column ${missing.join(', ')}: ` +
          `export a FOCUS 1.0 to 1.4 "Cost and Usage" dataset with all its columns`,
      });
    }
    return new FocusTable(found);
  }

  private constructor(columns: Map<string, DescribedColumn>) {
    this.#columns = columns;
  }

  /** The column of this FOCUS name. */
  column(name: string): DescribedColumn | undefined {
    return this.#columns.get(plain(name));
  }

  /**
   * Whether our own export has written it: a text that would begin like a
   * formula has an apostrophe before it there.
   */
  get isOwnSplit(): boolean {
    return OWN.every(name => this.column(name) !== undefined);
  }

  /** The oldest FOCUS version that knows all of its columns, `1.0` to `1.4`. */
  get version(): string {
    const has = (name: string) => this.column(name) !== undefined;
    // the provider's name was taken away in 1.4
    if (!has('ProviderName') && !has('PublisherName')) {
      return '1.4';
    }
    const brought = BROUGHT.find(([, names]) => names.some(has));
    return brought?.[0] ?? '1.0';
  }
}
