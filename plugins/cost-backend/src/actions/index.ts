export { createListSavingsAction } from './createListSavingsAction';
export { createServiceCostAction } from './createServiceCostAction';
