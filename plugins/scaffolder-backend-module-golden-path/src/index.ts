/**
 * The scaffolder's actions that Plimsoll's templates need.
 *
 * @packageDocumentation
 */
export { scaffolderModuleGoldenPath as default } from './module';
export { createEstimateAction } from './actions/createEstimateAction';
export { createFindRepositoryAction } from './actions/createFindRepositoryAction';
export { createGiteaPullRequestAction } from './actions/createGiteaPullRequestAction';
export { createPatchValuesAction } from './actions/createPatchValuesAction';
export { createSavingOpenedAction } from './actions/createSavingOpenedAction';
export { createSketchValuesAction } from './actions/createSketchValuesAction';
export type { ValueChange } from './values/ValueChange';
