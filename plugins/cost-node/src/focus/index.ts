export * from './FocusTable';
export * from './FocusDialect';
export * from './tagKeys';
export { groupChargesSql } from './groupChargesSql';
export {
  DAY_COLUMNS,
  foldChargesSql,
  FOLDED_COLUMNS,
  HEAD_COLUMNS,
  LINE_COLUMNS,
} from './foldChargesSql';
export * from './countFaultsSql';
export * from './firstOffencesSql';
export * from './focusRules';
export * from './faultsOf';
export * from './serviceCategories';
export * from './CostCategories';
export * from './exactSums';
export * from './FocusLines';
