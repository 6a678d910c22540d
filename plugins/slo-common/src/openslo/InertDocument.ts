import type { OPENSLO_INERT_KINDS, OpenSloEnvelope } from './OpenSloDocument';

/**
 * A document whose content Plimsoll never uses: sources come from app-config,
 * services from the catalog, and alerts are routed by Alertmanager. Its spec is
 * always empty, since it may hold addresses and credentials.
 *
 * @public
 */
export type InertDocument = OpenSloEnvelope<
  (typeof OPENSLO_INERT_KINDS)[number],
  Record<string, never>
>;
