import type { DescribedColumn } from './FocusTable';

/**
 * What SQL engines say differently. Everything else of the statements of
 * {@link groupChargesSql}, {@link foldChargesSql} and {@link countFaultsSql}
 * is SQL that all of them know.
 *
 * @public
 */
export interface FocusDialect {
  /** The value as text; timestamps in UTC and ISO order, tags as JSON. */
  text(column: DescribedColumn): string;
  /** The value as an exact number, NULL where it is none. */
  decimal(column: DescribedColumn): string;
  /** A floating point number, NULL where it is none. */
  double(column: DescribedColumn): string;
  /**
   * `YYYY-MM-DD` in UTC of a timestamp in text, NULL where it has none.
   * Called for each row: the usual forms must be quick.
   */
  utcDay(text: string): string;
  /** First day of the month of a `YYYY-MM-DD`, NULL where it is no date. */
  month(day: string): string;
  /** A `YYYY-MM-DD` as it is, NULL where it is no date of the calendar. */
  validDay(day: string): string;
  /** Whether a text is a JSON object; the text is never NULL. */
  isJsonObject(text: string): string;
  /**
   * JSON text of an object with the value of each tag, null where the row has
   * none. A tag without a value, null or true is the empty text.
   *
   * @param tags - SQL of the JSON text of an object
   * @param names - with the keys to look for, best first, and all of them
   * again in lower case, for keys that differ by case alone
   */
  keptTags(
    tags: string,
    names: ReadonlyArray<{ name: string; keys: string[]; lowerKeys: string[] }>,
  ): string;
  /** A number as decimal text. */
  decimalText(sum: string): string;
}
