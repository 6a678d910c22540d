/**
 * The seven windows that burn rates are read over (Google SRE Workbook,
 * chapter 5: three long windows, their twelfths, and the one day pair).
 *
 * @public
 */
export const BURN_WINDOWS = [
  '5m',
  '30m',
  '1h',
  '2h',
  '6h',
  '1d',
  '3d',
] as const;

/** @public */
export type BurnWindow = (typeof BURN_WINDOWS)[number];

/** Seconds of each burn window. @public */
export const BURN_WINDOW_SECONDS: Record<BurnWindow, number> = {
  '5m': 300,
  '30m': 1_800,
  '1h': 3_600,
  '2h': 7_200,
  '6h': 21_600,
  '1d': 86_400,
  '3d': 259_200,
};

/**
 * How many times faster than allowed the budget is spent: 1 spends exactly the
 * budget in the window. `undefined` where nothing was measured or nothing
 * happened.
 *
 * @public
 */
export type BurnRates = Partial<Record<BurnWindow, number>>;
