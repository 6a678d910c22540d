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
export { POOL_RESOURCES } from './bill/poolResource';
export * from './use/NodeUse';
export * from './use/ContainerUse';
export * from './use/IdleResource';
export * from './use/VolumeUse';
export * from './use/BucketUse';
export * from './allocation/AllocatedCost';
export * from './allocation/MappingEntry';
export * from './allocation/AllocationRule';
export * from './allocation/AllocateOptions';
export * from './allocation/ChargeOwner';
export * from './turns/eachInTurns';
export * from './turns/Turns';
export * from './turns/finishTurns';
export * from './allocation/ChargeMatcher';
export { matchesCharge } from './allocation/matchesCharge';
export * from './allocation/allocate';
export * from './allocation/Allocation';
export * from './allocation/allocateListPrice';
export * from './allocation/conservationOf';
export * from './forecast/forecastMonth';
export * from './change/changeAgainst';
export * from './unitCost/unitCostOf';
export * from './deployments/CostedDeployment';
export * from './deployments/deploymentCosts';
export type { CostPart } from './anomaly/scoreCauses';
export * from './anomaly/findAnomalies';
export * from './savings/SavingDraft';
export * from './savings/SavingFigures';
export * from './allocation/nodeIdOf';
export * from './savings/rightSize';
export * from './savings/NodePacking';
export * from './savings/freedNodes';
export * from './savings/idleSaving';
export * from './savings/spotSaving';
export * from './savings/bestCommitment';
export * from './savings/storageSaving';
export * from './savings/guardSaving';
export * from './savings/orderSavings';
export * from './savings/savingGot';
export * from './savings/unusedBalancers';
export * from './savings/unreadBuckets';
export * from './savings/unusedVolumes';
export * from './budget/budgetOf';
export * from './budget/dueBudgetNotices';
export * from './estimate/RateCard';
export * from './estimate/estimateCost';
export * from './unmapped/annotationOf';
export * from './unmapped/COST_ANNOTATIONS';
export * from './unmapped/LONGEST_CLAIM';
export type { MappableService } from './unmapped/proposeServices';
export * from './unmapped/rankUnmapped';
export * from './export/focusSplitCsv';
export * from './api/CostApi';
export * from './api/CostClient';
export * from './api/requests';
export * from './api/responses';
export * from './permissions/permissions';
