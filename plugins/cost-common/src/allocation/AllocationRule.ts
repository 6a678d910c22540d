import type { ChargeKind } from '../bill/ChargeKind';
import type { CostCategory } from '../bill/CostCategory';

/**
 * What must be true of a charge, all of it. Texts compare without regard to
 * case; `*` stands for any number of characters. Empty matches nothing.
 *
 * @public
 */
export interface ChargeMatch {
  tag?: { key: string; value: string };
  /** FOCUS `ServiceName`. */
  product?: string;
  resourceId?: string;
  subAccount?: string;
  category?: CostCategory;
  kind?: ChargeKind;
}

/** `cost.allocation.rules[]`; the first that matches decides. @public */
export interface AllocationRule {
  name: string;
  match: ChargeMatch;
  /** Ref of the service, or of a resource that others depend on. */
  to?: string;
  /** Or the name of a shared pool. */
  pool?: string;
}

/** By what a pool is shared. @public */
export type PoolKey = 'even' | 'cost' | 'requests' | 'weight';

/** `cost.allocation.pools.<name>`. @public */
export interface SharedPool {
  name: string;
  key: PoolKey;
  /** Refs of the services that share it; all services by default. */
  members?: readonly string[];
  /** Refs of services that do not share it, for instance with a bill of their own. */
  except?: readonly string[];
  /** Of key `weight`; a member without one takes no part. */
  weights?: Record<string, number>;
}

/** A service that depends on a resource. @public */
export interface CostDependency {
  resourceRef: string;
  consumerRef: string;
  /** Its part of the resource; one weight makes the others 1. */
  weight?: number;
  /** `weight` where a consumer has one, else `even`. */
  key?: 'even' | 'weight' | 'requests';
}

/** Requests of a service on a UTC day. @public */
export interface ServiceVolume {
  entityRef: string;
  day: string;
  volume: number;
}
