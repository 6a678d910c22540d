/**
 * Backend of the SLO plugin, and what permission policies need to decide about
 * objectives.
 *
 * @packageDocumentation
 */
export { sloPlugin as default } from './plugin';
export {
  createSloConditionalDecision,
  type ObjectiveResource,
  objectiveResourceRef,
  sloConditions,
} from './permissions/objectiveRules';
