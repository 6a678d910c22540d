/**
 * A backend's own mirror of the catalog's services, and what permissions and
 * filters need to use it in SQL.
 *
 * @packageDocumentation
 */
export { CatalogFollower, type FollowResult } from './catalog/CatalogFollower';
export { TIER_ANNOTATION } from './catalog/readServices';
export { ServiceIndexRefresher } from './catalog/ServiceIndexRefresher';
export type { GroupLink } from './groups/GroupLink';
export { groupsBelow } from './groups/groupsBelow';
export { applyMembers } from './members/applyMembers';
export { type AskedEntity, askedEntity } from './members/askedEntity';
export { applyServiceCriteria } from './permissions/applyServiceCriteria';
export {
  createServiceRules,
  type ServiceOwnedResource,
} from './permissions/createServiceRules';
export { ScopeReader } from './permissions/ScopeReader';
export type { ServiceCriterion } from './permissions/ServiceCriterion';
export { serviceResources } from './permissions/serviceResources';
export {
  applyServiceScope,
  type ServiceScope,
} from './permissions/ServiceScope';
export type { IndexedService } from './services/IndexedService';
export {
  ServiceIndex,
  type ServiceIndexChanges,
} from './services/ServiceIndex';
