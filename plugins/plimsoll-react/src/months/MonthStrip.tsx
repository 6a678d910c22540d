import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { useFormats } from '../format';
import { plimsollTranslationRef } from '../translation';
import { isMonthInPart } from './isMonthInPart';
import styles from './MonthStrip.module.css';

/** One calendar month. @public */
export interface MonthOfBudget {
  /** Start of the month. */
  from: Date;
  /** Share of the budget that was left; absent where nothing was measured. */
  remaining?: number;
  /** The month is not over. */
  current: boolean;
  /** Share of the (elapsed) month that was measured, 0..1; all by default. */
  coverage?: number;
  /** Days of the (elapsed) month, to tell how many of them were measured. */
  days?: number;
}

/** @public */
export interface MonthStripProps {
  /** Oldest first. */
  months: readonly MonthOfBudget[];
  /** IANA zone that the months are cut in. */
  timeZone: string;
  /** Makes a button of each month that was measured. */
  onOpen?(index: number): void;
}

/**
 * The budget of each calendar month side by side. Overdraft hangs below the
 * line, the running month is paler, a month without data is hatched, and one
 * that was measured only in part is dashed.
 *
 * @public
 */
export function MonthStrip(props: MonthStripProps) {
  const { months, timeZone, onOpen } = props;
  const formats = useFormats();
  const { t } = useTranslationRef(plimsollTranslationRef);

  const sentence = (one: MonthOfBudget) => {
    const { from, remaining, current, coverage = 1, days } = one;
    const month = formats.instant(from, 'month-long', { timeZone });
    if (remaining === undefined) {
      return t('months.unknown', { month });
    }
    const left = formats.budgetLeft(remaining);
    if (isMonthInPart(one)) {
      const measured =
        days === undefined
          ? formats.share(coverage)
          : t('months.days', {
              measured: formats.count(Math.floor(coverage * days)),
              days: formats.count(days),
            });
      return current
        ? t('months.currentInPart', { month, left, measured })
        : t('months.pastInPart', { month, left, measured });
    }
    return current
      ? t('months.current', { month, left })
      : t('months.past', { month, left });
  };

  const face = (month: MonthOfBudget) => (
    <>
      <VisuallyHidden>{sentence(month)}</VisuallyHidden>
      <MonthBar {...month} />
      <span
        className={styles.figure}
        data-overspent={(month.remaining ?? 0) < 0 || undefined}
        data-part={isMonthInPart(month) || undefined}
        aria-hidden
      >
        {month.remaining === undefined
          ? '\u2013'
          : formats.share(month.remaining, { decimals: 0 })}
      </span>
      <span className={styles.name} aria-hidden>
        {formats.instant(month.from, 'month', { timeZone })}
      </span>
    </>
  );
  return (
    <ol className={styles.strip}>
      {months.map((month, index) => (
        <li key={month.from.getTime()} title={sentence(month)}>
          {onOpen && month.remaining !== undefined ? (
            <button
              type="button"
              className={styles.month}
              onClick={() => onOpen(index)}
            >
              {face(month)}
            </button>
          ) : (
            <div className={styles.month}>{face(month)}</div>
          )}
        </li>
      ))}
    </ol>
  );
}

function MonthBar(month: MonthOfBudget) {
  const { remaining, current } = month;
  if (remaining === undefined) {
    return <span className={styles.bar} data-unknown aria-hidden />;
  }
  const share = Math.min(1, Math.abs(remaining));
  const inPart = isMonthInPart(month) || undefined;
  return (
    <span className={styles.bar} data-part={inPart} aria-hidden>
      <span
        className={styles.fill}
        data-overspent={remaining < 0 || undefined}
        data-current={current || undefined}
        data-part={inPart}
        style={{ blockSize: `${share * 100}%` }}
      />
    </span>
  );
}
