/**
 * A sum of money in billionths of its currency's unit: 1 USD is
 * `1_000_000_000n`. Exact, signed, and never of two currencies.
 *
 * @public
 */
export type NanoUnits = bigint;

/** Decimal places that an amount keeps. */
export const NANO_DIGITS = 9;

/** Nano-units of 1 unit of a currency. @public */
export const NANO_PER_UNIT = 1_000_000_000n;
