export { annotationText } from './annotationText';
export { NoSource } from './NoSource';
export { ReadState } from './ReadState';
export { UnknownPage } from './UnknownPage';
export { ServiceState } from './ServiceState';
