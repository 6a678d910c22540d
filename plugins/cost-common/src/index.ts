/**
 * Types, permissions and the arithmetic of what services cost.
 *
 * @packageDocumentation
 */
export * from './money/nanoUnits';
export * from './bill/CostAmounts';
export * from './bill/ChargeKind';
export * from './bill/CostCategory';
export * from './bill/ChargeKey';
export * from './bill/BillLine';
export * from './allocation/AllocatedCost';
export * from './api/CostApi';
export * from './api/requests';
export * from './api/responses';
export * from './permissions/permissions';
