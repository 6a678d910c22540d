import type { IndexedService } from './IndexedService';

/** A row of `service_index`. */
export interface ServiceRow {
  entity_ref: string;
  kind: string;
  title: string | null;
  type: string | null;
  lifecycle: string | null;
  tier: string | null;
  system_ref: string | null;
  domain_ref: string | null;
}

/** A row of `service_index_owner`. */
export interface ServiceOwnerRow {
  entity_ref: string;
  owner_ref: string;
}

export function toServiceRow(service: IndexedService): ServiceRow {
  return {
    entity_ref: service.entityRef,
    kind: service.kind,
    title: service.title ?? null,
    type: service.type ?? null,
    lifecycle: service.lifecycle ?? null,
    tier: service.tier ?? null,
    system_ref: service.system ?? null,
    domain_ref: service.domain ?? null,
  };
}

export function fromServiceRow(
  row: ServiceRow,
  owners: string[],
): IndexedService {
  return {
    entityRef: row.entity_ref,
    kind: row.kind,
    title: row.title ?? undefined,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    tier: row.tier ?? undefined,
    system: row.system_ref ?? undefined,
    domain: row.domain_ref ?? undefined,
    owners: [...owners].sort(),
  };
}
