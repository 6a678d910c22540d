export { createExplainObjectiveAction } from './createExplainObjectiveAction';
export { createGetObjectiveAction } from './createGetObjectiveAction';
export { createListObjectivesAction } from './createListObjectivesAction';
