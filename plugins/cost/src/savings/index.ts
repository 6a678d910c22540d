export { SavingContent } from './SavingContent';
export { SavingsCard } from './SavingsCard';
