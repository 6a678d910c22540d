/**
 * A sum of money in billionths of its currency's unit: 1 USD is
 * `1_000_000_000n`. Exact, signed, and never of two currencies.
 *
 * @public
 */
export type NanoUnits = bigint;
