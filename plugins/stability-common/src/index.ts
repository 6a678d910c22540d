/**
 * Types, permissions and the arithmetic of deployments, incidents and DORA
 * metrics.
 *
 * @packageDocumentation
 */
export * from './observation/Observation';
export * from './observation/DeploymentObservation';
export * from './observation/IncidentObservation';
export * from './observation/ChangeObservation';
export * from './observation/BudgetAnswer';
export * from './observation/Correction';
export * from './facts/Deployment';
export * from './facts/Verdict';
export * from './facts/Incident';
export * from './facts/ServiceFacts';
export * from './metrics/MetricFigure';
export * from './api/responses';
export * from './api/StabilityApi';
export * from './permissions/permissions';
