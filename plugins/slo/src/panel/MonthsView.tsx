import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MonthStrip, type TimeRange } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveDetail } from '@plimsoll/plugin-slo-common';
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
  const { months, timeZone } = props.detail;
  const { t } = useTranslationRef(sloTranslationRef);
  const { formats } = useWords();
  const current = months.find(month => month.current);
  const past = months.filter(
    month => !month.current && month.remaining !== undefined,
  );
  const kept = past.filter(({ remaining = 0 }) => remaining >= 0);
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
        {past.length > 0 && (
          <span className={styles.kept}>
            {t('panel.monthsKept', {
              kept: formats.count(kept.length),
              total: formats.count(past.length),
            })}
          </span>
        )}
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
        }))}
      />
    </section>
  );
}
