import type { Deployment, Evidence } from '@plimsoll/plugin-stability-common';
import type { FactIndex } from './FactIndex';
import type { Voice } from './Voice';

/** One ground for a verdict, in words: "Canary stopped at 10%". */
export function evidenceText(
  options: Voice & {
    evidence: Evidence;
    deployment: Pick<Deployment, 'finishedAt' | 'traffic'>;
    index: FactIndex;
  },
): string {
  const { evidence, deployment, index, formats, t } = options;
  const { rule, reason, burned, incidentId } = evidence;
  const incident =
    incidentId === undefined ? undefined : index.incidents.get(incidentId);
  const label = incident?.label ?? t('evidence.anIncident');

  switch (rule) {
    case 'canary-stopped':
      return canaryText();
    case 'failed-rollout':
      return reason
        ? t('evidence.failedRolloutReason', { reason })
        : t('evidence.failed-rollout');
    case 'budget-burned':
      return burned === undefined
        ? t('evidence.budget-burned-unknown')
        : t('evidence.budget-burned', { share: formats.share(burned) });
    case 'incident-in-window':
      return windowText();
    case 'incident-names-it':
    case 'incident-caused-by':
      return t(`evidence.${rule}`, { label });
    case 'person':
      return t('evidence.person', { who: t('person.somebody') });
    default:
      return t(`evidence.${rule}`);
  }

  function canaryText(): string {
    const share =
      deployment.traffic === undefined
        ? undefined
        : formats.share(deployment.traffic, { decimals: 0 });
    if (share && reason) {
      return t('evidence.canaryAtReason', { share, reason });
    }
    if (share) {
      return t('evidence.canaryAt', { share });
    }
    return reason
      ? t('evidence.canaryReason', { reason })
      : t('evidence.canary-stopped');
  }

  function windowText(): string {
    const seconds =
      incident && deployment.finishedAt
        ? (Date.parse(incident.startedAt) - Date.parse(deployment.finishedAt)) /
          1000
        : -1;
    return seconds < 0
      ? t('evidence.incident-in-window-undated', { label })
      : t('evidence.incident-in-window', {
          label,
          delay: formats.duration(seconds),
        });
  }
}
