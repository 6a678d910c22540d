export { confidenceLevel } from './confidenceLevel';
export { deploymentName } from './deploymentName';
export { evidenceText } from './evidenceText';
export { factIndex } from './FactIndex';
export type { FactIndex } from './FactIndex';
export { useVoice } from './useVoice';
export { verdictGrounds } from './verdictGrounds';
export { verdictKind } from './verdictKind';
export type { Voice } from './Voice';
