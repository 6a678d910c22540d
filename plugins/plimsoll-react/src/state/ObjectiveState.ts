/**
 * States of an objective, as slo-common names them.
 *
 * @public
 */
export const OBJECTIVE_STATES = [
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
export type ObjectiveState = (typeof OBJECTIVE_STATES)[number];
