/**
 * Backend of the joined view, and what permission policies need to decide about
 * services.
 *
 * @packageDocumentation
 */
export { serviceHealthPlugin as default } from './plugin';
export {
  createServiceHealthConditionalDecision,
  serviceHealthConditions,
  type ServiceHealthServiceResource,
  serviceHealthServiceResourceRef,
} from './permissions/serviceRules';
