/**
 * Types, permissions and the arithmetic of what services cost.
 *
 * @packageDocumentation
 */
export type { NanoUnits } from './money/nanoUnits';
export { NANO_PER_UNIT } from './money/nanoUnits';
export * from './money/parseAmount';
export * from './money/formatAmount';
export * from './money/unitsOf';
export * from './money/sumAmounts';
export * from './money/splitByWeights';
export * from './money/splitAmounts';
export * from './calendar/DailySeries';
export {
  addDays,
  countDays,
  listDays,
  monthOf,
  nextMonthOf,
} from './calendar/utcDays';
export * from './bill/CostAmounts';
export * from './bill/ChargeKind';
export * from './bill/CostCategory';
export * from './bill/ChargeKey';
export * from './bill/BillLine';
export * from './use/NodeUse';
export * from './use/ContainerUse';
export * from './use/IdleResource';
export * from './allocation/AllocatedCost';
export * from './allocation/MappingEntry';
export * from './allocation/AllocationRule';
export * from './allocation/AllocateOptions';
export * from './allocation/ChargeOwner';
export { ChargeMatcher } from './allocation/ChargeMatcher';
export { matchesCharge } from './allocation/matchesCharge';
export * from './allocation/allocate';
export * from './allocation/allocateListPrice';
export * from './allocation/conservationOf';
export * from './forecast/forecastMonth';
export * from './change/changeAgainst';
export * from './api/CostApi';
export * from './api/CostClient';
export * from './api/requests';
export * from './api/responses';
export * from './permissions/permissions';
