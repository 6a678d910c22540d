/**
 * States of an objective, worst first as lists show them.
 *
 * - `exhausted`: no budget left in this window
 * - `burning`: a burn-rate pair is over its threshold now
 * - `unknown`: the source is down; last good values are kept with their age
 * - `no-data`: the source answers (or does not exist), the series are absent
 * - `insufficient`: not one failure would be allowed at this volume
 * - `warming-up`: measured for less than the window, or for less than half of it
 * - `no-traffic`: no events in the window; the budget is untouched
 * - `ok`
 *
 * @public
 */
export const SLO_STATES = [
  'exhausted',
  'burning',
  'unknown',
  'no-data',
  'insufficient',
  'warming-up',
  'no-traffic',
  'ok',
] as const;

/** @public */
export type SloState = (typeof SLO_STATES)[number];
