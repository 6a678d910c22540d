/**
 * Service level objectives in the portal: a page of all of them, a card and a
 * tab for every service.
 *
 * @packageDocumentation
 */
export {
  EntityChecksCard,
  EntityDocumentCard,
  EntityReliabilityCard,
  EntitySlosContent,
  MyBudgetsCard,
  sloPlugin,
  SlosPage,
} from './plugin';
export { sloApiRef } from './api';
export { sloTranslationRef } from './translation';
