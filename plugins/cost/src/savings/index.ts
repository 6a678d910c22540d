export { SavingsCard } from './SavingsCard';
export { useSavingDrawer } from './useSavingDrawer';
