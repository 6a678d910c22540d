export { IncidentsCard } from './IncidentsCard';
export { recoverySeconds } from './recoverySeconds';
