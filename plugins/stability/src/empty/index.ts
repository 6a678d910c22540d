export { hasHistory } from './hasHistory';
export { IncompleteNotice } from './IncompleteNotice';
export { ReadState } from './ReadState';
export { ServiceState } from './ServiceState';
