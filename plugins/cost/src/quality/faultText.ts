import type { DataQuality } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';
import { faultMessages } from './faultMessages';

type Rule = keyof (typeof faultMessages)['faultRule'];
type Delivery = DataQuality['deliveries'][number];

const RULES = Object.keys(faultMessages.faultRule) as Rule[];

function ruleOf(rule: string): Rule | undefined {
  return RULES.find(one => one === rule);
}

/** What a fault is, in the reader's words where its rule is known. */
export function faultText(
  fault: Pick<Delivery['faults'][number], 'rule' | 'message'>,
  { t }: Pick<Voice, 't'>,
): string {
  const rule = ruleOf(fault.rule);
  return rule ? t(`faultRule.${rule}`) : fault.message;
}

/**
 * Why a delivery was refused, and how to mend it. Where a rule quotes a place
 * that only the backend knows, its own sentence stands.
 */
export function refusalText(
  delivery: Pick<Delivery, 'message' | 'faults'>,
  voice: Pick<Voice, 't'>,
): string | undefined {
  const { message, faults } = delivery;
  const reasons = faults.filter(
    ({ severity, rule }) => severity === 'error' || rule === 'source-gone',
  );
  return message &&
    reasons.length > 0 &&
    reasons.every(({ rule }) => ruleOf(rule))
    ? reasons
        .map(fault =>
          [fault.place, faultText(fault, voice)].filter(Boolean).join(': '),
        )
        .join('; ')
    : message;
}
