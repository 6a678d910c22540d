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
export * from './facts/DEFAULT_FACT_RULES';
export * from './facts/FACTS_VERSION';
export * from './facts/environments/environmentOf';
export * from './facts/environments/isProduction';
export * from './facts/factSteps';
export * from './facts/factsOf';
export * from './facts/deployments/deploymentIdOf';
export { COUNTED_FROM, SUSPECTED_BELOW } from './facts/verdicts/confidences';
export { latestOf } from './observation/latestById';
export * from './metrics/MetricFigure';
export * from './metrics/MetricsOptions';
export * from './metrics/metricsOf';
export * from './metrics/explainMetric';
export * from './metrics/foldBatches';
export * from './metrics/bands/BandSet';
export * from './metrics/bands/BAND_SETS';
export * from './metrics/isIncidentOf';
export * from './metrics/weeksOf';
export * from './metrics/wilsonInterval';
export { ENOUGH_SAMPLES } from './metrics/figures/FigureContext';
export * from './api/responses';
export * from './api/StabilityApi';
export * from './api/StabilityClient';
export * from './review/reviewOf';
export * from './permissions/permissions';
