import type { BillLine } from '../bill/BillLine';
import type { NodeUse } from '../use/NodeUse';
import type {
  AllocationRule,
  CostDependency,
  ServiceVolume,
  SharedPool,
} from './AllocationRule';
import type { MappingEntry } from './MappingEntry';

/** What decides whose a charge is; the same for all charges of a month. @public */
export interface ChargeMatching {
  mapping: readonly MappingEntry[];
  /** The first that matches decides; before all else. */
  rules?: readonly AllocationRule[];
  /** Names of tags in the order in which they are tried (`cost.tags`). */
  tags?: readonly string[];
  /**
   * Labels of pods in the order in which they are tried, as Prometheus has
   * them; see {@link SERVICE_LABELS} for the default.
   */
  labels?: readonly string[];
}

/** Input of {@link allocate}; in any order. @public */
export interface AllocateOptions extends ChargeMatching {
  /** All lines of one billing month, or of several. */
  lines: readonly BillLine[];
  /** Refs of all services: who shares a pool without members. */
  services?: readonly string[];
  pools?: readonly SharedPool[];
  dependencies?: readonly CostDependency[];
  /** How nodes were used on the days of the lines. */
  shares?: readonly NodeUse[];
  /** Requests of services on the days of the lines. */
  volumes?: readonly ServiceVolume[];
  /**
   * Keep accounts and products apart, as exports need them; a part may differ
   * by nano-units from what it is without.
   */
  keepCharge?: boolean;
}

/** @public */
export const SERVICE_LABELS: readonly string[] = [
  'plimsoll_dev_service',
  'backstage_io_kubernetes_id',
  'app_kubernetes_io_name',
  'app',
];
