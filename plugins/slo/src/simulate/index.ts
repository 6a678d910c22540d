export { TargetTrial } from './TargetTrial';
export { TrialExplanation } from './TrialExplanation';
export { TryDocument } from './TryDocument';
export { TRIAL_FIGURE } from './trialFigure';
