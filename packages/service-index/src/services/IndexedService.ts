/**
 * What a backend needs to know about a service to filter and to permit. All
 * refs are in lower case, as the catalog writes them in relations.
 *
 * @public
 */
export interface IndexedService {
  /** Ref of a Component, System or API. */
  entityRef: string;
  /** Lower case: `component`, `system` or `api`. */
  kind: string;
  title?: string;
  /** `spec.type`, for instance `service`. */
  type?: string;
  lifecycle?: string;
  /** Annotation `plimsoll.dev/tier`. */
  tier?: string;
  /** Refs of the groups and users that own it, sorted. */
  owners: string[];
  /** Ref of the system it is part of; a system is in itself. */
  system?: string;
  /** Ref of the domain that the system is part of. */
  domain?: string;
}
