import { refName } from '@plimsoll/plugin-plimsoll-react';
import type { Incident } from '@plimsoll/plugin-stability-common';
import {
  confidenceLevel,
  deploymentName,
  type FactIndex,
  type Voice,
} from '../words';

/** What is held to have caused an incident, and who says so. */
export function causeText(
  options: Voice & { incident: Incident; index: FactIndex },
): string {
  const { incident, index, formats, t } = options;
  const { cause, causedByNone, correction, label } = incident;
  if (cause) {
    const { deploymentId, version, confidence, rule } = cause;
    const known = index.deployments.get(deploymentId);
    const name = version ?? deploymentName(known ?? { id: deploymentId });
    if (rule === 'person' && correction) {
      return t('cause.namedBy', { version: name, ...said(correction) });
    }
    return t(`cause.rule.${rule}`, {
      label,
      version: name,
      confidence: t(`confidence.${confidenceLevel(confidence)}`),
    });
  }
  return causedByNone
    ? t('cause.noneBy', said(causedByNone))
    : t('cause.unknown');

  function said(word: { by: string; at: string; reason: string }) {
    return {
      who: refName(word.by),
      date: formats.instant(new Date(word.at), 'short'),
      reason: word.reason,
    };
  }
}
