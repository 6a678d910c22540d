/**
 * One condition on a service, as the permission rules state it. Refs are
 * compared in lower case.
 *
 * @public
 */
export type ServiceCriterion =
  | { ownedByAnyOf: string[] }
  | { entityRefs: string[] }
  | { inSystems: string[] };
