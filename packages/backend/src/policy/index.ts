export { policyFeature } from './policyFeature';
