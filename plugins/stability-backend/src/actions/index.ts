export { createExplainChangeFailureAction } from './createExplainChangeFailureAction';
export { createRecentChangesAction } from './createRecentChangesAction';
