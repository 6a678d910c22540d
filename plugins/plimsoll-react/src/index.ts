/**
 * What all Plimsoll front ends share: states, budget bars, charts on one time
 * axis, "Explain", the five states of a view, and how figures are written.
 *
 * @packageDocumentation
 */
export * from './format';
export * from './state';
export * from './surface';
export * from './budget';
export * from './explain';
export * from './view';
export * from './copy';
export * from './chart';
export * from './months';
export * from './coverage';
export * from './markers';
export * from './media';
export * from './verdict';
export * from './strip';
export * from './polled';
export * from './loading';
export * from './paging';
export * from './notices';
export * from './links';
export * from './names';
export * from './routes';
export * from './card';
export * from './list';
export * from './proof';
export { plimsollTranslationRef } from './translation';
export type { PlimsollMessages } from './translation';
