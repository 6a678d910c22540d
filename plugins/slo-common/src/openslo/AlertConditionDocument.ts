import type { ThresholdOperator } from '../objective/Indicator';
import type { OpenSloEnvelope } from './OpenSloDocument';

/** @public */
export interface AlertConditionSpec {
  description?: string;
  severity: string;
  condition: {
    kind: 'burnrate';
    op: ThresholdOperator;
    threshold: number;
    /** OpenSLO's shorthand, for instance `1h`. */
    lookbackWindow: string;
    alertAfter?: string;
  };
}

/** @public */
export type AlertConditionDocument = OpenSloEnvelope<
  'AlertCondition',
  AlertConditionSpec
>;
