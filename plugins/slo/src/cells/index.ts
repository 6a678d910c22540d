export { BudgetCell } from './BudgetCell';
export { BurnCell } from './BurnCell';
export { StateCell } from './StateCell';
export { TargetCell } from './TargetCell';
