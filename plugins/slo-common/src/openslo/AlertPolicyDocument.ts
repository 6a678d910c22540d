import type { AlertConditionSpec } from './AlertConditionDocument';
import type { OpenSloEnvelope, OpenSloMetadata } from './OpenSloDocument';

/** A condition by name or written in place. @public */
export type AlertConditionEntry =
  | { conditionRef: string }
  | {
      kind: 'AlertCondition';
      metadata: OpenSloMetadata;
      spec: AlertConditionSpec;
    };

/**
 * A target by name or written in place. Its `spec` is left out: an address that
 * alerts are sent to is nobody's business here.
 *
 * @public
 */
export type NotificationTargetEntry =
  | { targetRef: string }
  | {
      kind: 'AlertNotificationTarget';
      metadata: OpenSloMetadata;
    };

/** @public */
export interface AlertPolicySpec {
  description?: string;
  alertWhenNoData?: boolean;
  alertWhenResolved?: boolean;
  alertWhenBreaching?: boolean;
  /** Exactly one. */
  conditions: AlertConditionEntry[];
  /** At least one. */
  notificationTargets: NotificationTargetEntry[];
}

/** A policy by name or written in place. @public */
export type AlertPolicyEntry =
  | { alertPolicyRef: string }
  | { kind: 'AlertPolicy'; metadata: OpenSloMetadata; spec: AlertPolicySpec };

/** @public */
export type AlertPolicyDocument = OpenSloEnvelope<
  'AlertPolicy',
  AlertPolicySpec
>;
