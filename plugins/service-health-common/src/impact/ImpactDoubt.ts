/** Why it cannot be told what a deployment did. @public */
export const IMPACT_DOUBTS = [
  /** It never served anybody. */
  'not-live',
  /** Objectives and bills speak of production. */
  'not-production',
  /** It is live for less than a step of what is measured. */
  'too-soon',
  /** Another one went live, or was stopped, so shortly before that there is no before. */
  'deployed-just-before',
  /** The service has no objective that could tell. */
  'no-objective',
  /** Nothing was measured before it, or since. */
  'no-data',
  'no-traffic',
  /** Under five events on a side. */
  'too-few',
  /** It lies further back than what was measured. */
  'too-long-ago',
  /** The bill, or weekdays to compare, are not there yet; see `dueOn`. */
  'bill-due',
  /** The next one followed on the same day. */
  'live-under-one-day',
  /** Nothing counts the requests that a cost could be shared by. */
  'no-volume',
  /** The bill does not tell of this deployment. */
  'not-billed',
  /** The first of a month explains it as well. */
  'turn-of-month',
  /** An earlier change of the cost is not known well enough. */
  'earlier-change',
  /** The days beside it did not move. */
  'not-beside',
  /** Less than a week is known before it. */
  'little-before',
  /** The caller may not see what would tell it. */
  'not-permitted',
  /** The plugin that would tell it is not there, or does not answer. */
  'not-installed',
  'not-answering',
] as const;

/** @public */
export type ImpactDoubt = (typeof IMPACT_DOUBTS)[number];
