import type {
  BillLine,
  ChargeKey,
  ChargeKind,
} from '@plimsoll/plugin-cost-common';
import type { BillTotal } from '../BillSource';
import type { CostCategories } from './CostCategories';
import { ExactSums } from './exactSums';
import { DAY_COLUMNS, HEAD_COLUMNS, LINE_COLUMNS } from './foldChargesSql';
import { SERVICE_CATEGORIES } from './serviceCategories';

/** A value as engines hand it over. @public */
export type FoldedValue = string | number | boolean | null;

const KINDS: Record<string, ChargeKind> = {
  Usage: 'usage',
  Purchase: 'purchase',
  Tax: 'tax',
  Credit: 'credit',
  Adjustment: 'adjustment',
};

/** Keys that are remembered. */
const KEYS = 20_000;

const indexOf = (names: readonly string[]) =>
  Object.fromEntries(names.map((name, index) => [name, index]));

const AT = indexOf(HEAD_COLUMNS);
const DAY_AT = indexOf(DAY_COLUMNS);

const LINE_AT = indexOf(LINE_COLUMNS);
const HEAD_OF_LINE = HEAD_COLUMNS.map(name => LINE_AT[name]);
const DAY_OF_LINE = DAY_COLUMNS.map(name => LINE_AT[name]);

/** Columns that a key is made of. */
const KEY_AT = [
  'billing_account',
  'sub_account',
  'service_name',
  'provider',
  'charge_category',
  'service_category',
  'resource_id',
  'resource_name',
  'resource_type',
  'region',
  'sku',
  'tags',
  'commitment_status',
  'pricing',
  'is_split',
].map(name => AT[name]);

/** What lines of one head have in common. */
type LineHead = Pick<
  BillLine,
  'key' | 'billingMonth' | 'kind' | 'currency' | 'correction'
> & { bill: string };

/**
 * Makes lines of the rows of {@link foldChargesSql}, in their order: amounts
 * are rounded to nano-units without loss.
 *
 * @public
 */
export class FocusLines {
  readonly #categories: CostCategories;
  readonly #sums = ExactSums.create();
  /** What is charged for recurs day after day: made once, and the same object. */
  readonly #keys = new Map<string, ChargeKey>();
  readonly #bills = new Map<
    string,
    Pick<BillTotal, 'billingAccount' | 'billingMonth' | 'currency'>
  >();

  static create(options: { categories: CostCategories }): FocusLines {
    return new FocusLines(options.categories);
  }

  private constructor(categories: CostCategories) {
    this.#categories = categories;
  }

  /** What the lines so far come to, before they were rounded. */
  get exact(): BillTotal[] {
    return [...this.#bills].map(([bill, head]) => ({
      ...head,
      billed: this.#sums.sum(bill, 'billed'),
      effective: this.#sums.sum(bill, 'effective'),
      contracted: this.#sums.sum(bill, 'contracted'),
      list: this.#sums.sum(bill, 'list'),
    }));
  }

  /** @throws TypeError when a row is not of {@link foldChargesSql} */
  line(row: readonly FoldedValue[]): BillLine {
    const head = this.#head(HEAD_OF_LINE.map(at => row[at]));
    return this.#lineOf(
      head,
      DAY_OF_LINE.map(at => row[at]),
    );
  }

  /**
   * Lines that differ in their days alone, in the order of their days.
   *
   * @param head - values of {@link HEAD_COLUMNS}
   * @param days - values of {@link DAY_COLUMNS} for each line, in any order
   * @throws TypeError when they are none of {@link foldChargesSql}
   */
  bundle(
    head: readonly FoldedValue[],
    days: ReadonlyArray<readonly FoldedValue[]>,
  ): BillLine[] {
    const common = this.#head(head);
    return days
      .map(values => ({ day: String(values[DAY_AT.day]), values }))
      .sort((one, other) => (one.day < other.day ? -1 : 1))
      .map(({ values }) => this.#lineOf(common, values));
  }

  #head(head: readonly FoldedValue[]): LineHead {
    const text = (name: string) => textAt(head, name);
    const isSet = (name: string) => Number(head[AT[name]]) === 1;
    const billingMonth = text('billing_month') ?? '';
    const billingAccount = text('billing_account') ?? '';
    const currency = text('currency') ?? '';
    const bill = `${billingMonth}\n${billingAccount}\n${currency}`;
    if (!this.#bills.has(bill)) {
      this.#bills.set(bill, { billingAccount, billingMonth, currency });
    }
    return {
      bill,
      billingMonth,
      currency,
      key: this.#key(head),
      kind: isSet('is_refund')
        ? 'refund'
        : KINDS[text('charge_category') ?? ''] ?? 'adjustment',
      correction: isSet('is_correction') ? true : undefined,
    };
  }

  #lineOf(head: LineHead, values: readonly FoldedValue[]): BillLine {
    const { bill, key, billingMonth, kind, currency, correction } = head;
    const text = (name: string) => {
      const value = values[DAY_AT[name]];
      return value === null || value === undefined ? undefined : String(value);
    };
    const amount = (name: 'billed' | 'effective' | 'contracted' | 'list') =>
      this.#sums.round(bill, name, text(name) ?? '0');
    const quantity = values[DAY_AT.quantity];
    const unit = text('unit');
    return {
      key,
      day: text('day') ?? billingMonth,
      billingMonth,
      kind,
      currency,
      correction,
      amounts: {
        billed: amount('billed'),
        effective: amount('effective'),
        contracted: amount('contracted'),
        list: amount('list'),
      },
      quantity:
        typeof quantity === 'number' && unit !== undefined
          ? { value: quantity, unit }
          : undefined,
    };
  }

  #key(row: readonly FoldedValue[]): ChargeKey {
    const content = JSON.stringify(KEY_AT.map(at => row[at]));
    const known = this.#keys.get(content);
    if (known) {
      return known;
    }
    if (this.#keys.size >= KEYS) {
      this.#keys.clear();
    }
    const key = keyOf(row, this.#categories);
    this.#keys.set(content, key);
    return key;
  }
}

function textAt(row: readonly FoldedValue[], name: string): string | undefined {
  const value = row[AT[name]];
  return value === null || value === undefined ? undefined : String(value);
}

function keyOf(
  row: readonly FoldedValue[],
  categories: CostCategories,
): ChargeKey {
  const text = (name: string) => textAt(row, name);
  const product =
    text('service_name') ?? text('provider') ?? text('charge_category') ?? '';
  const status = text('commitment_status')?.toLowerCase();
  return {
    billingAccount: text('billing_account') ?? '',
    subAccount: text('sub_account'),
    product,
    category: categories.of(product, text('service_category')),
    resourceId: text('resource_id'),
    resourceName: text('resource_name'),
    resourceType: text('resource_type'),
    region: text('region'),
    sku: text('sku'),
    tags: readTags(text('tags')),
    commitment: status === 'used' || status === 'unused' ? status : undefined,
    pricing: text('pricing')?.toLowerCase(),
    splitByProvider: Number(row[AT.is_split]) === 1 ? true : undefined,
    provider: text('provider'),
    serviceCategory: SERVICE_CATEGORIES.find(
      one => one === text('service_category'),
    ),
  };
}

/** Tags that the charge has, in the order of their names. */
function readTags(json: string | undefined): Record<string, string> {
  const found: Record<string, string | null> = json ? JSON.parse(json) : {};
  return Object.fromEntries(
    Object.entries(found)
      .filter((entry): entry is [string, string] => entry[1] !== null)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
