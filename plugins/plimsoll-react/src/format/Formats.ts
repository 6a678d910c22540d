import type { InstantStyle } from './formatInstant';
import type { FormatMoneyOptions } from './formatMoney';

/**
 * All figures and times in the reader's locale and language.
 *
 * @public
 */
export interface Formats {
  /** BCP 47 tag that the others write in. */
  locale: string;
  /** A ratio 0..1 as percent with one decimal: budgets, rates, coverage. */
  share(
    ratio: number,
    options?: { decimals?: number; signed?: boolean },
  ): string;
  /** A measured ratio of good units, two digits after the nines. */
  measured(ratio: number, options?: { target?: number }): string;
  /** Budget left in words: "52.4% left", "12.6% overspent". */
  budgetLeft(remaining: number): string;
  /** A burn rate: 0.4×. */
  burnRate(rate: number): string;
  /** A count of events. */
  count(value: number): string;
  /** An amount of money: $415.48, or $748 where only whole units are known. */
  money(amount: string, options: Omit<FormatMoneyOptions, 'locale'>): string;
  /** At most two units: 2 min 18 s. */
  duration(seconds: number): string;
  /** How long ago something began, never more than that: 6 d of 6.7 d. */
  age(seconds: number): string;
  /** Relative up to 48 h ("18 h ago", "in 6 h"), then the date. */
  relative(instant: Date, now?: Date): string;
  /** An instant in one of the styles of `formatInstant`. */
  instant(
    instant: Date,
    style: InstantStyle,
    options?: { timeZone?: string; now?: Date },
  ): string;
}
