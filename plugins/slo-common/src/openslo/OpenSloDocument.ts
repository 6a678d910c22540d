import type { AlertConditionDocument } from './AlertConditionDocument';
import type { AlertPolicyDocument } from './AlertPolicyDocument';
import type { InertDocument } from './InertDocument';
import type { SliDocument } from './SliDocument';
import type { SloDocument } from './SloDocument';

/**
 * Versions of OpenSLO that Plimsoll reads. The second spelling is that of the
 * Kubernetes resources that some vendors use.
 *
 * @public
 */
export const OPENSLO_API_VERSIONS = ['openslo/v1', 'openslo.com/v1'] as const;

/** @public */
export type OpenSloApiVersion = (typeof OPENSLO_API_VERSIONS)[number];

/**
 * Kinds whose content Plimsoll reads.
 *
 * @public
 */
export const OPENSLO_LIVE_KINDS = [
  'SLO',
  'SLI',
  'AlertPolicy',
  'AlertCondition',
] as const;

/**
 * Kinds that are accepted so that a file which is valid elsewhere is valid
 * here, but whose content is never used.
 *
 * @public
 */
export const OPENSLO_INERT_KINDS = [
  'DataSource',
  'Service',
  'AlertNotificationTarget',
] as const;

/** Every kind of OpenSLO v1. @public */
export const OPENSLO_KINDS = [
  ...OPENSLO_LIVE_KINDS,
  ...OPENSLO_INERT_KINDS,
] as const;

/** @public */
export type OpenSloKind = (typeof OPENSLO_KINDS)[number];

/** @public */
export interface OpenSloMetadata {
  /** A DNS label: at most 63 of `a-z`, `0-9` and `-`. */
  name: string;
  /** Backstage's extension; `default` where it is left out. */
  namespace?: string;
  displayName?: string;
  labels?: Record<string, string | string[]>;
  annotations?: Record<string, string>;
}

/** What all OpenSLO documents share. @public */
export interface OpenSloEnvelope<TKind extends OpenSloKind, TSpec> {
  apiVersion: OpenSloApiVersion;
  kind: TKind;
  metadata: OpenSloMetadata;
  spec: TSpec;
}

/** A document that has passed `parseOpenSloDocument`. @public */
export type OpenSloDocument =
  | SloDocument
  | SliDocument
  | AlertPolicyDocument
  | AlertConditionDocument
  | InertDocument;
