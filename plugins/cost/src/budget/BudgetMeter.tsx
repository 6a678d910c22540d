import type { CostBudget, CostForecast } from '@plimsoll/plugin-cost-common';
import { dayStart, useVoice } from '../words';
import { meterScale } from './meterScale';
import styles from './BudgetMeter.module.css';

/** @internal */
export interface BudgetMeterProps {
  budget: CostBudget;
  forecast?: CostForecast;
  /** Last complete day. */
  completeTo?: string;
}

/** What of a month's budget is used, and where the month is expected to end. */
export function BudgetMeter(props: BudgetMeterProps) {
  const { budget, forecast, completeTo } = props;
  const { formats, t } = useVoice();
  const { currency } = budget;
  const place = meterScale({ budget, forecast });
  const money = (amount: string, whole = false) =>
    formats.money(amount, { currency, whole });
  const words = {
    used: formats.share(budget.usedRatio, { decimals: 0 }),
    budget: money(budget.amount, true),
  };
  const left = (amount: string) => ({ insetInlineStart: `${place(amount)}%` });
  return (
    <>
      <div
        className={styles.bar}
        data-state={budget.state}
        role="img"
        aria-label={
          forecast
            ? t('card.meter', {
                ...words,
                expected: money(forecast.expected, true),
              })
            : t('card.meterOnly', words)
        }
      >
        <span className={styles.track} />
        {forecast && (
          <span
            className={styles.range}
            style={{
              ...left(forecast.low),
              inlineSize: `${place(forecast.high) - place(forecast.low)}%`,
            }}
          />
        )}
        <span
          className={styles.used}
          style={{ inlineSize: `${place(budget.used)}%` }}
        />
        {forecast && (
          <span className={styles.expected} style={left(forecast.expected)} />
        )}
        <span className={styles.budget} style={left(budget.amount)} />
      </div>
      <p className={styles.words}>
        <span>{usedText()}</span>
        <span className={styles.limit}>
          {t('card.budget', { amount: words.budget })}
        </span>
      </p>
    </>
  );

  function usedText(): string {
    if (!completeTo) {
      return words.used;
    }
    const last = dayStart(completeTo);
    const days = new Date(
      Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 0),
    ).getUTCDate();
    return t('card.used', {
      share: words.used,
      day: formats.count(last.getUTCDate()),
      days: formats.count(days),
    });
  }
}
