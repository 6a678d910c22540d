import type { DataQuality } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import { faultText, refusalText } from './faultText';
import styles from './quality.module.css';

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Rules of which the count is one of days, not of rows. */
const OF_DAYS = /^shared-/;

type Delivery = DataQuality['deliveries'][number];

/** @internal */
export interface FaultListProps {
  /** Why it was refused, and how to mend it. */
  message?: string;
  /** What else is to be said of it. */
  note?: string;
  faults: Delivery['faults'];
}

/** What of a delivery was not as it should be, each with its count. */
export function FaultList(props: FaultListProps) {
  const { message, note, faults } = props;
  const voice = useVoice();
  const { formats, t } = voice;
  const refusal = refusalText({ message, faults }, voice);
  return (
    <div className={styles.faults}>
      {refusal && <p className={styles.message}>{refusal}</p>}
      {note && <p className={styles.message}>{note}</p>}
      {faults.length > 0 && (
        <details>
          <summary>{summary()}</summary>
          <ul className={styles.list}>
            {faults.map(fault => {
              const { rule, severity, place, count } = fault;
              const words = {
                message: faultText(fault, voice),
                count,
                amount: formats.count(count),
              };
              return (
                <li key={`${rule} ${place}`}>
                  <span className={styles.severity} data-severity={severity}>
                    {t(`quality.severity.${severity}`)}
                  </span>{' '}
                  {placeText({ rule, place, words })}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </div>
  );

  function placeText(one: {
    rule: string;
    place?: string;
    words: { message: string; count: number; amount: string };
  }): string {
    const { rule, place, words } = one;
    if (!place) {
      return t('quality.fault', words);
    }
    return OF_DAYS.test(rule)
      ? t('quality.faultDays', { ...words, place })
      : t('quality.faultAt', { ...words, place });
  }

  function summary(): string {
    return SEVERITIES.flatMap(severity => {
      const count = faults.filter(one => one.severity === severity).length;
      return count > 0 ? [t(`quality.counted.${severity}`, { count })] : [];
    }).join(', ');
  }
}
