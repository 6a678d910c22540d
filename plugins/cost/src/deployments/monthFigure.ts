import type { DeploymentCost } from '@plimsoll/plugin-cost-common';
import { dayText, type Voice } from '../words';

/** What a deployment costs or saves a month, or why nobody can tell. */
export function monthFigure(
  options: { deployment: DeploymentCost; currency: string } & Voice,
): string {
  const { deployment, currency, formats, t } = options;
  const { state, perMonth, dueOn, liveSeconds } = deployment;
  switch (state) {
    case 'changed':
      return perMonth === undefined
        ? t('deployments.cannotTell')
        : formats.money(perMonth, { currency, whole: true, signed: true });
    case 'due':
      return dueOn
        ? t('deployments.due', { day: dayText(dueOn, { formats }) })
        : t('deployments.dueUnknown');
    case 'too-short':
      return liveSeconds === undefined
        ? t('deployments.tooShort')
        : t('deployments.live', { duration: formats.duration(liveSeconds) });
    default:
      return t('deployments.cannotTell');
  }
}
