export { NoPermission } from './NoPermission';
export { NoSource } from './NoSource';
export { ServiceState } from './ServiceState';
