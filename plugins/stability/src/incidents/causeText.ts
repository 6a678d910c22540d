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
  const { cause, causedByNone, label } = incident;
  if (cause) {
    const { deploymentId, version, confidence, rule } = cause;
    const known = index.deployments.get(deploymentId);
    return t(`cause.rule.${rule}`, {
      label,
      version: version ?? deploymentName(known ?? { id: deploymentId }),
      confidence: t(`confidence.${confidenceLevel(confidence)}`),
    });
  }
  return causedByNone
    ? t('cause.noneBy', {
        who: refName(causedByNone.by),
        date: formats.instant(new Date(causedByNone.at), 'short'),
        reason: causedByNone.reason,
      })
    : t('cause.unknown');
}
