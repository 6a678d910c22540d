/**
 * What services cost, in the portal: a card and a tab for every service, and
 * the pages of the fleet, of savings, of what no service owns, and of the
 * bill's quality.
 *
 * @packageDocumentation
 */
export {
  CostPage,
  costPlugin,
  EntityCostCard,
  EntityCostContent,
} from './plugin';
export { costApiRef } from './api';
export { costTranslationRef } from './translation';
