import type { AlertConditionSpec } from '../openslo/AlertConditionDocument';
import type { IndicatorPlace } from '../openslo/IndicatorPlace';
import type { ObjectiveDefinition } from '../objective/ObjectiveDefinition';

/** An alert that a document asks for by an `AlertPolicy`. @public */
export interface PolicyAlert {
  /** Name of the policy. */
  name: string;
  /** Where the SLO's document speaks of it. */
  path: string;
  alertWhenBreaching: boolean;
  alertWhenNoData: boolean;
  condition: AlertConditionSpec;
}

/** An objective as rules are made of it. @public */
export interface RuleObjective {
  definition: ObjectiveDefinition;
  /** Where the document speaks of its indicator. */
  place: IndicatorPlace;
  policies: PolicyAlert[];
  /** Ref of the service's owner, if it is known. */
  owner?: string;
  /** Page that tells what to do; http or https. */
  runbookUrl?: string;
}
