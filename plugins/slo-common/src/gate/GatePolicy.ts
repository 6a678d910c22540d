/** What a release may do. @public */
export const GATE_VERDICTS = ['allow', 'warn', 'block'] as const;

/** @public */
export type GateVerdict = (typeof GATE_VERDICTS)[number];

/**
 * When releases are held back for the sake of the error budget. Missing data
 * warns, whatever the policy: it never blocks, and is never taken for good news.
 *
 * @public
 */
export interface GatePolicy {
  /** When the budget of an objective is spent. */
  whenExhausted: GateVerdict;
  /** Share of the budget, 0..1: with less than this left, a warning. */
  warnBelow: number;
}

/** Freeze when exhausted, warn under 20 %. @public */
export const DEFAULT_GATE_POLICY: GatePolicy = {
  whenExhausted: 'block',
  warnBelow: 0.2,
};

/** Annotation of a service that says otherwise than app-config. @public */
export const GATE_ANNOTATION = 'plimsoll.dev/slo-gate';
