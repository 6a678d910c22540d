import { COST_ANNOTATIONS as SHARED } from '@plimsoll/plugin-cost-common';

/** Names the service under which a component's charges are tagged. */
export const SERVICE_ANNOTATION = 'plimsoll.dev/service';

/** As Backstage has it: the value of the label of the service's pods. */
export const KUBERNETES_ANNOTATION = 'backstage.io/kubernetes-id';

/** Tags of charges that belong to an entity: `team=shop,app=cart`. */
export const TAGS_ANNOTATION = SHARED.tags;

/** Ids or ARNs of the provider's resources, divided by commas. */
export const RESOURCES_ANNOTATION = SHARED.resources;

/** Sub-accounts (AWS account, Azure subscription, Google project). */
export const ACCOUNTS_ANNOTATION = SHARED.subAccounts;

/** Products of the provider, for what nothing else tells apart. */
export const PRODUCTS_ANNOTATION = SHARED.products;

/**
 * On a Resource that services depend on, by what they share its cost:
 * `requests`, `even`, or weights, `cart=2,checkout=1`.
 */
export const WEIGHT_ANNOTATION = 'plimsoll.dev/cost-weight';

/** All that mapping looks at. */
export const COST_ANNOTATIONS = [
  SERVICE_ANNOTATION,
  KUBERNETES_ANNOTATION,
  TAGS_ANNOTATION,
  RESOURCES_ANNOTATION,
  ACCOUNTS_ANNOTATION,
  PRODUCTS_ANNOTATION,
  WEIGHT_ANNOTATION,
] as const;
