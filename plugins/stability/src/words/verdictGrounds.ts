import { refName } from '@plimsoll/plugin-plimsoll-react';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import { deploymentName } from './deploymentName';
import { evidenceText } from './evidenceText';
import type { FactIndex } from './FactIndex';
import type { Voice } from './Voice';

/** More grounds than this stand in the explanation only. */
const MOST = 3;

/**
 * What a verdict rests on, each ground in a few words: "Rolled back",
 * "INC-482 names it", "Burned 19.4% of the budget".
 */
export function verdictGrounds(
  options: Voice & { deployment: Deployment; index: FactIndex; now: Date },
): string[] {
  const { deployment, index, now, formats, t } = options;
  const { verdict, evidence } = deployment;
  const { correction } = verdict;
  if (verdict.decidedBy === 'person' && correction) {
    return [
      t('evidence.overruled', {
        who: refName(correction.by),
        reason: correction.reason,
      }),
    ];
  }
  switch (verdict.name) {
    case 'pending':
      return [pendingText()];
    case 'clean':
      return [cleanText()];
    case 'rollback':
      return [rollbackText()];
    case 'not-counted':
      return [notCountedText()];
    default: {
      const grounds = evidence
        .filter(({ overruled }) => !overruled)
        .slice(0, MOST)
        .map(one =>
          evidenceText({ evidence: one, deployment, index, formats, t }),
        );
      return grounds.length > 0 ? grounds : [t('evidence.no-rule')];
    }
  }

  function cleanText(): string {
    const { windowSeconds } = verdict;
    return windowSeconds === undefined
      ? t('evidence.no-rule')
      : t('evidence.noRuleIn', { window: formats.duration(windowSeconds) });
  }

  function pendingText(): string {
    if (!deployment.finishedAt) {
      return t('evidence.running');
    }
    if (!verdict.dueAt || Date.parse(verdict.dueAt) <= now.getTime()) {
      return t('evidence.dueNow');
    }
    const due = new Date(verdict.dueAt);
    const window = due.getTime() - Date.parse(deployment.finishedAt);
    return t('evidence.dueAfter', {
      window: formats.duration(window / 1000),
      in: formats.relative(due, now),
    });
  }

  function rollbackText(): string {
    const replaced =
      deployment.remediates === undefined
        ? undefined
        : index.deployments.get(deployment.remediates);
    return replaced
      ? t('evidence.replaced', { version: deploymentName(replaced) })
      : t('evidence.wentBack');
  }

  function notCountedText(): string {
    if (deployment.state === 'canceled' || deployment.state === 'superseded') {
      return t(`evidence.${deployment.state}`);
    }
    return t('evidence.redeploy');
  }
}
