/**
 * What a new service is made of: the form's answers, and everything that
 * follows from them.
 *
 * @packageDocumentation
 */
export { PATTERNS } from './parameters/patterns';
export {
  LATENCIES_MS,
  PIPELINES,
  serviceParameters,
  STRATEGIES,
} from './parameters/serviceParameters';
export type {
  ServiceAnswers,
  ServiceParameters,
} from './parameters/serviceParameters';
export { readServiceParameters } from './parameters/readServiceParameters';
export { platform } from './platform/platform';
export type { Platform } from './platform/platform';
export { readPlatform } from './platform/readPlatform';
export { layersOf } from './plan/layersOf';
export { planPromise } from './plan/planPromise';
export { planService } from './plan/planService';
export type { PlanServiceOptions } from './plan/planService';
export type {
  PlannedLatency,
  PlannedPromise,
  PlannedRef,
  PlannedService,
} from './plan/PlannedService';
export { fileUrlOf, hostOfRepoUrl } from './repository/planRepository';
export type {
  PlannedRepository,
  RepositoryHost,
  RepositoryType,
} from './repository/planRepository';
export { STACK_FACTS, STACKS } from './stack/stacks';
export type { DataStore, Stack, StackFacts } from './stack/stacks';
