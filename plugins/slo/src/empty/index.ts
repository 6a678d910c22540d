export { isMeasurable } from './isMeasurable';
export { NoSource } from './NoSource';
export { ReadState } from './ReadState';
export { ServiceState } from './ServiceState';
