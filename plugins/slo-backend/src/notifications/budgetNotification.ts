import {
  unixSeconds,
  stringifyObjectiveKey,
} from '@plimsoll/plugin-slo-common';
import type { BudgetStanding } from './BudgetStanding';
import type { JudgedBudget } from './judgedBudget';
import {
  countText,
  durationText,
  momentText,
  objectiveLink,
  serviceName,
  shareText,
} from './notificationWords';
import type { OwnerNotification } from '@plimsoll/plugin-database';
import type { WatchedObjective } from './WatchedObjective';

/**
 * That so much of an error budget is spent, with the figures of the objective's
 * page. Notifications have no language of their own.
 */
export function budgetNotification(options: {
  watched: WatchedObjective;
  standing: BudgetStanding;
  budget: JudgedBudget;
  owners: readonly string[];
  /** Of the service, where it has one. */
  title?: string;
  timeZone: string;
}): OwnerNotification {
  const { watched, standing, owners } = options;
  const { entityRef, displayName } = watched;
  const { level, episode } = standing;
  const service = serviceName(entityRef, options.title);
  const spent =
    level >= 1
      ? `the error budget of ${displayName} is spent`
      : `${shareText(level)} of the error budget of ${displayName} is spent`;
  return {
    key: `slo-budget:${stringifyObjectiveKey(watched)}:${episode}:${level}`,
    owners,
    title: `${service}: ${spent}`,
    description: [figures(options), forecast(options)]
      .filter(text => text !== undefined)
      .join(' '),
    link: objectiveLink(watched),
    severity: level >= 1 ? 'high' : 'normal',
    topic: 'slo-budget',
  };
}

function figures(
  options: Parameters<typeof budgetNotification>[0],
): string | undefined {
  const { watched, budget, timeZone } = options;
  const { consumed, bad, allowed, to } = budget;
  const { window, targetText, unit } = watched.definition;
  if (bad === undefined || allowed === undefined) {
    return undefined;
  }
  const what = unit === 'slices' ? 'bad slices of time' : 'bad events';
  const over =
    window.kind === 'rolling'
      ? `in ${durationText(window)}`
      : `of what is expected until ${momentText(to, window.timeZone)}`;
  const share = shareText(consumed);
  return (
    `${countText(bad)} ${what} of ${countText(allowed)} that the target of ` +
    `${targetText} % allows ${over}: ${share}, as of ` +
    `${momentText(watched.evaluatedAt, timeZone)}.`
  );
}

function forecast({
  watched,
  timeZone,
}: Parameters<typeof budgetNotification>[0]): string | undefined {
  const { forecast: coming } = watched.status;
  return coming.kind === 'at'
    ? `At the burn rate of the last ${coming.window} it is gone by ${momentText(
        unixSeconds(coming.at),
        timeZone,
      )}.`
    : undefined;
}
