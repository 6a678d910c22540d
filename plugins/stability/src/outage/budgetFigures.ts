import type { CorrectedMarkProps } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import type { Voice } from '../words';

/** One figure about a budget, with its ground. */
export interface BudgetFigure {
  name: string;
  value: string;
  ground: string;
  /** Where people have taken time out of the budget. */
  corrected?: CorrectedMarkProps;
}

/** How much budget is left, how fast it goes, and when it is gone. */
export function budgetFigures(
  options: Voice & { objective: ObjectiveStatus; now: Date },
): BudgetFigure[] {
  const { objective, now, formats, t } = options;
  const { budget, burnRates, forecast } = objective;
  const burn = (window: '5m' | '1h', seconds: number): BudgetFigure[] => {
    const rate = burnRates[window];
    return rate === undefined
      ? []
      : [
          {
            name: t('outage.burn', { window: formats.duration(seconds) }),
            value: formats.burnRate(rate),
            ground: t('outage.burnGround'),
          },
        ];
  };
  return [
    ...(budget.remaining === undefined
      ? []
      : [
          {
            name: t('outage.budget'),
            value: formats.share(budget.remaining),
            ground: events(),
            corrected: corrected(),
          },
        ]),
    ...burn('5m', 300),
    ...burn('1h', 3600),
    ...gone(),
  ];

  function events(): string {
    const { allowed, bad } = budget;
    return allowed === undefined || bad === undefined
      ? ''
      : t('outage.budgetEvents', {
          left: formats.count(allowed - bad),
          allowed: formats.count(allowed),
        });
  }

  function corrected(): CorrectedMarkProps | undefined {
    const { corrections } = objective;
    if (!corrections || budget.remaining === undefined) {
      return undefined;
    }
    const { count, excludedSeconds, aheadSeconds = 0, rawBudget } = corrections;
    const raw =
      rawBudget.remaining === undefined
        ? undefined
        : formats.share(rawBudget.remaining);
    return {
      count,
      seconds: excludedSeconds + aheadSeconds,
      raw: raw === formats.share(budget.remaining) ? undefined : raw,
    };
  }

  function gone(): BudgetFigure[] {
    const name = t('outage.gone');
    // What is gone already stands in the first figure.
    if (forecast.kind !== 'at') {
      return [];
    }
    const seconds = (Date.parse(forecast.at) - now.getTime()) / 1000;
    return [
      {
        name,
        value: seconds < 1 ? t('outage.goneNow') : formats.duration(seconds),
        ground: t('outage.goneGround'),
      },
    ];
  }
}
