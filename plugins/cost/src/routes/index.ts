export {
  entityContentRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';
export { PAGE_PATHS } from './pagePaths';
export type { CostPageName } from './pagePaths';
export { tabAddress } from './tabAddress';
export type { TabAddress } from './tabAddress';
export { useCostPaths } from './useCostPaths';
export type { CostPaths } from './useCostPaths';
