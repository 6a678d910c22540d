import type { UnitCost } from '@plimsoll/plugin-cost-common';
import { dayText } from './dayText';
import { isAlone } from './isAlone';
import type { Voice } from './Voice';

/** What moved a unit cost, how much is counted, or why there is none. */
export function unitCostGround(
  options: { unitCost: UnitCost; currency: string } & Voice,
): string {
  const { unitCost, currency, formats, t } = options;
  const { state, unit, changedBy, perDay } = unitCost;
  switch (state) {
    case 'no-volume':
      return t('unitState.noVolumeWhy', { unit });
    case 'too-few':
      return t('unitState.tooFewWhy', { unit });
    case 'waiting':
      return t('unitState.waitingWhy', { unit });
    case 'not-counted':
      return t('unitState.notCountedWhy', { unit });
    case 'no-cost':
      return t('unitState.noCostWhy');
    default:
  }
  const { change, before, after } = changedBy ?? {};
  // both levels: the figure beside it is of all days, from before and after
  if (changedBy && change && before !== undefined && after !== undefined) {
    return t(isAlone(changedBy) ? 'card.since' : 'card.sinceOneOf', {
      change: formats.share(change.ratio, { signed: true }),
      version: changedBy.version ?? changedBy.deploymentId,
      day: dayText(changedBy.finishedAt.slice(0, 10), { formats }),
      before: formats.money(before, { currency }),
      after: formats.money(after, { currency }),
    });
  }
  return perDay === undefined
    ? ''
    : t('card.perDay', { amount: formats.count(Math.round(perDay)), unit });
}
