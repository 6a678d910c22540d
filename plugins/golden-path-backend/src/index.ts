/**
 * Backend of the golden path: preview, wiring proof and template updates.
 *
 * @packageDocumentation
 */
export { goldenPathPlugin as default } from './plugin';
