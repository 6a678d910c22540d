/** Ways to look at a service, in the order of every page. @public */
export const LENSES = ['reliability', 'stability', 'cost'] as const;

/** @public */
export type LensName = (typeof LENSES)[number];
