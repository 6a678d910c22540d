/**
 * Types, permissions and the arithmetic of the joined view of services.
 *
 * @packageDocumentation
 */
export * from './lenses/LensName';
export * from './lenses/LensFreshness';
export * from './lenses/ReliabilityLens';
export * from './lenses/StabilityLens';
export * from './lenses/CostLens';
export * from './fleet/FleetService';
export * from './fleet/FleetPage';
export * from './fleet/FleetStrip';
export * from './overview/ServiceOverview';
export * from './verdictLine/VerdictLine';
export * from './verdictLine/verdictLineOf';
export * from './impact/ImpactDoubt';
export * from './impact/RatioChange';
export { compareRatios } from './impact/compareRatios';
export * from './impact/impactSpans';
export { hasStopped, servedFrom, wentLive } from './impact/servedFrom';
export * from './impact/DeploymentImpact';
export * from './impact/objectiveImpact';
export * from './impact/chooseImpacts';
export * from './impact/subjectOfQueries';
export * from './impact/unitCostImpact';
export * from './api/ServiceHealthApi';
export * from './api/ServiceHealthClient';
export * from './permissions/permissions';
