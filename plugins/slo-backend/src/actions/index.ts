export { createAskGateAction } from './createAskGateAction';
export { createCheckDocumentAction } from './createCheckDocumentAction';
export { createExplainObjectiveAction } from './createExplainObjectiveAction';
export { createGetObjectiveAction } from './createGetObjectiveAction';
export { createGetRollupAction } from './createGetRollupAction';
export { createListObjectivesAction } from './createListObjectivesAction';
export { createSimulateTargetAction } from './createSimulateTargetAction';
