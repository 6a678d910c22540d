/**
 * Annotations of catalog entities that say which cost is theirs; each holds a
 * list with commas between.
 *
 * @public
 */
export const COST_ANNOTATIONS = {
  /** `service=checkout,team=payments`: tags of charges. */
  tags: 'plimsoll.dev/cost-tags',
  /** Ids or ARNs of resources. */
  resources: 'plimsoll.dev/cost-resources',
  /** FOCUS `SubAccountId`s. */
  subAccounts: 'plimsoll.dev/cost-accounts',
  /** FOCUS `ServiceName`s, for products that only one service uses. */
  products: 'plimsoll.dev/cost-products',
} as const;
