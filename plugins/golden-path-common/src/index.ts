/**
 * What a new service is made of: the form's answers, and everything that
 * follows from them.
 *
 * @packageDocumentation
 */
export { LOCK_FILE, lockFile } from './lock/lockFile';
export type { LockFile } from './lock/lockFile';
export { policyOf } from './lock/policyOf';
export type { FilePolicy } from './lock/policyOf';
export { readLock } from './lock/readLock';
export { GoldenPathClient } from './api/GoldenPathClient';
export type {
  GoldenPathApi,
  GoldenPathRequestOptions,
} from './api/GoldenPathClient';
export type { AnswerFinding } from './parameters/AnswerFinding';
export { judgeServiceParameters } from './parameters/judgeServiceParameters';
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
export {
  fileUrlOf,
  hostOfRepoUrl,
  planRepository,
} from './repository/planRepository';
export type {
  PlannedRepository,
  RepositoryHost,
  RepositoryType,
} from './repository/planRepository';
export { STACK_FACTS, STACKS } from './stack/stacks';
export type { DataStore, Stack, StackFacts } from './stack/stacks';
export type {
  AnswerFindings,
  FindingsRequest,
  MissingEstimate,
  PreviewDependency,
  PreviewDocument,
  PreviewEstimate,
  PreviewFile,
  PreviewNote,
  PreviewRequest,
  PreviewService,
  ServicePreview,
} from './preview/ServicePreview';
export {
  goldenPathPermissions,
  goldenPathUpdateCreatePermission,
  goldenPathUpdateReadPermission,
  goldenPathWiringCheckPermission,
} from './permissions';
export { compareVersions, isVersion } from './updates/compareVersions';
export type {
  Adoption,
  FileOutcome,
  FileReason,
  MergedUpdate,
  TemplateAdoption,
  UpdateFile,
  UpdateOffer,
  UpdatePreview,
  UpdatePullRequest,
  UpdateQuestion,
  UpdateRequest,
  UpdateWrite,
  VersionChanges,
} from './updates/TemplateUpdate';
export { WIRING_CHECKS } from './wiring/wiringChecks';
export type { WiringCheckId } from './wiring/wiringChecks';
export { openFirst, wiringProgress } from './wiring/wiringProgress';
export type { WiringProgress } from './wiring/wiringProgress';
export { WIRING_SENTENCES, WIRING_STEPS } from './wiring/wiringSentences';
export type {
  WiringSentenceCode,
  WiringStepCode,
} from './wiring/wiringSentences';
export { ALERT_SEVERITIES } from './wiring/ServiceWiring';
export type {
  AlertSeverity,
  ServiceWiring,
  TestAlert,
  WiringLine,
  WiringSentence,
  WiringState,
  WiringStep,
} from './wiring/ServiceWiring';
