import { isoOf } from '../../time/instant';
import type { Evidence, EvidenceRule } from '../Verdict';
import { CONFIDENCES } from './confidences';

/** One ground, with the confidence of its rule unless another one is given. */
export function evidenceOf(
  rule: EvidenceRule,
  options: Partial<Omit<Evidence, 'rule' | 'at'>> & { at: number },
): Evidence {
  const { at, confidence = CONFIDENCES[rule], ...rest } = options;
  const told = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    rule,
    at: isoOf(at),
    confidence: Math.round(confidence * 1000) / 1000,
    observationIds: [],
    overruled: false,
    ...Object.fromEntries(told),
  };
}
