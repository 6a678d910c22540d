/**
 * Raised whenever the same observations would give other facts or figures: a
 * portal that is upgraded then makes what it keeps anew.
 *
 * 2: repeats of what is live, recovery only by an answer, incidents named by
 * their start, presumed ends that are taken back, incidents that are moved,
 * regions as targets, the most traffic of a canary.
 *
 * 3: incidents tell when error budget began to burn.
 *
 * 4: a canary that burned error budget has failed, however early it was stopped.
 *
 * @public
 */
export const FACTS_VERSION = 4;
