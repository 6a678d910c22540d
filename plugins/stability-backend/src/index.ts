/**
 * Backend of the stability plugin, and what permission policies need to decide
 * about services.
 *
 * @packageDocumentation
 */
export { stabilityPlugin as default } from './plugin';
export {
  createStabilityConditionalDecision,
  stabilityConditions,
  type StabilityServiceResource,
  stabilityServiceResourceRef,
} from './permissions/serviceRules';
