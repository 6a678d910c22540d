import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  isMonthInPart,
  MonthStrip,
  useNow,
  type TimeRange,
} from '@plimsoll/plugin-plimsoll-react';
import type {
  CalendarMonth,
  ObjectiveDetail,
} from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { targetText, useWords } from '../words';
import styles from './MonthsView.module.css';

/** @internal */
export interface MonthsViewProps {
  detail: ObjectiveDetail;
  /** Asks for the range of a month. */
  onOpen(range: TimeRange): void;
}

/** The calendar months of an objective, and how many of them were kept. */
export function MonthsView(props: MonthsViewProps) {
  const { timeZone } = props.detail;
  // Twelve with the running one: a year.
  const months = props.detail.months.slice(-12);
  const { t } = useTranslationRef(sloTranslationRef);
  const { formats } = useWords();
  const now = useNow();
  const current = months.find(month => month.current);
  const past = months.filter(
    month => !month.current && month.remaining !== undefined,
  );
  const whole = past.filter(month => !isMonthInPart(month));
  const kept = whole.filter(({ remaining = 0 }) => remaining >= 0);
  if (months.every(({ remaining }) => remaining === undefined)) {
    return null;
  }
  return (
    <section className={styles.months} aria-label={t('panel.months')}>
      <div className={styles.head}>
        <h3 className={styles.title}>{t('panel.months')}</h3>
        {current && (
          <span className={styles.note}>
            {t('panel.monthsNote', {
              zone: timeZone,
              target: targetText(props.detail),
              month: formats.instant(new Date(current.from), 'month-long', {
                timeZone,
              }),
            })}
          </span>
        )}
        {past.length > 0 && <span className={styles.kept}>{keptText()}</span>}
      </div>
      <MonthStrip
        timeZone={timeZone}
        onOpen={index =>
          props.onOpen({
            from: new Date(months[index].from),
            to: new Date(months[index].to),
          })
        }
        months={months.map(month => ({
          from: new Date(month.from),
          remaining: month.remaining,
          current: month.current,
          coverage: month.coverage,
          days: daysOf(month, now),
        }))}
      />
    </section>
  );

  function keptText(): string {
    const part = past.length - whole.length;
    const counts = {
      kept: formats.count(kept.length),
      total: formats.count(whole.length),
      part: formats.count(part),
    };
    if (part === 0) {
      return t('panel.monthsKept', counts);
    }
    return whole.length > 0
      ? t('panel.monthsKeptAndPart', counts)
      : t('panel.monthsPart', counts);
  }
}

/** Days of a month, of the running one those that have begun. */
function daysOf(month: CalendarMonth, now: Date): number {
  const from = Date.parse(month.from);
  const to = Date.parse(month.to);
  const days = (until: number) => (until - from) / 86_400_000;
  // A month in which the clocks change is an hour short or long.
  return month.current
    ? Math.max(1, Math.ceil(days(Math.min(to, now.getTime()))))
    : Math.round(days(to));
}
