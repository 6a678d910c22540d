/**
 * Types, permissions and the arithmetic of service level objectives.
 *
 * @packageDocumentation
 */
export * from './objective/ObjectiveKey';
export * from './objective/Indicator';
export * from './objective/Budgeting';
export * from './objective/ObjectiveDefinition';
export * from './window/TimeWindow';
export * from './ledger/Bucket';
export * from './status/SloState';
export * from './status/BurnRates';
export * from './status/ObjectiveStatus';
export * from './api/responses';
export * from './permissions/permissions';
export * from './openslo/OpenSloDocument';
export * from './openslo/SloDocument';
export * from './openslo/SliDocument';
export * from './openslo/AlertPolicyDocument';
export * from './openslo/AlertConditionDocument';
export * from './openslo/InertDocument';
export * from './openslo/parseDocument';
export * from './openslo/objectiveDefinitions';
export * from './openslo/exampleDocument';
export * from './openslo/relations';
export * from './openslo/slug';
