/**
 * The golden path in the portal.
 *
 * @packageDocumentation
 */
export { goldenPathApiRef } from './api';
export { goldenPathTranslationRef } from './translation';
