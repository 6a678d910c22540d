/**
 * The scaffolder's actions that Plimsoll's templates need.
 *
 * @packageDocumentation
 */
export { scaffolderModuleGoldenPath as default } from './module';
export { createAfterFailureAction } from './actions/createAfterFailureAction';
export { createEstimateAction } from './actions/createEstimateAction';
export { createFindRepositoryAction } from './actions/createFindRepositoryAction';
export { createGiteaPullRequestAction } from './actions/createGiteaPullRequestAction';
export { createLockAction } from './actions/createLockAction';
export { createPatchValuesAction } from './actions/createPatchValuesAction';
export { createPlanAction } from './actions/createPlanAction';
export { createPushAction } from './actions/createPushAction';
export { createSavingOpenedAction } from './actions/createSavingOpenedAction';
export { createSketchValuesAction } from './actions/createSketchValuesAction';
export { createSloCheckAction } from './actions/slo/createSloCheckAction';
export { createSloRulesAction } from './actions/slo/createSloRulesAction';
export { createTargetAction } from './actions/createTargetAction';
export { createVerifyAction } from './verify/createVerifyAction';
export type { ValueChange } from './values/ValueChange';
