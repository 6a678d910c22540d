export { annotationText } from './annotationText';
export { NoSource } from './NoSource';
export { ReadState } from './ReadState';
export { ServiceState } from './ServiceState';
