/**
 * Deployment stability in the portal: a card and a tab for every service, the
 * card of an outage, a table of all services and the events inbox.
 *
 * @packageDocumentation
 */
export {
  EntityOutageCard,
  EntityStabilityCard,
  EntityStabilityContent,
  EventsInboxPage,
  stabilityPlugin,
  StabilityPage,
} from './plugin';
export { stabilityApiRef } from './api';
export { deploymentMarks, incidentMarks } from './markers';
export { stabilityTranslationRef } from './translation';
