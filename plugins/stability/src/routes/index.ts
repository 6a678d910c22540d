export { entityContentRouteRef, inboxRouteRef, rootRouteRef } from './routes';
export { tabAddress } from './tabAddress';
export type { TabAddress } from './tabAddress';
export { useStabilityPaths } from './useStabilityPaths';
export type { StabilityPaths } from './useStabilityPaths';
