export { CorrectionDialog } from './CorrectionDialog';
export { SaveError } from './SaveError';
export { useSaving } from './useSaving';
