/**
 * The golden path in the portal.
 *
 * @packageDocumentation
 */
export { goldenPathTranslationRef } from './translation';
