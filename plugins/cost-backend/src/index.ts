/**
 * The cost backend.
 *
 * @packageDocumentation
 */
export { costPlugin as default } from './plugin';
export {
  costConditions,
  type CostServiceResource,
  costServiceResourceRef,
  createCostConditionalDecision,
} from './permissions/costServiceRules';
