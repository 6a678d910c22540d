import type { DataQuality } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import styles from './quality.module.css';

const SEVERITIES = ['error', 'warning', 'info'] as const;

type Delivery = DataQuality['deliveries'][number];

/** @internal */
export interface FaultListProps {
  /** Why it was refused, and how to mend it. */
  message?: string;
  faults: Delivery['faults'];
}

/** What of a delivery was not as it should be, each with its count. */
export function FaultList(props: FaultListProps) {
  const { message, faults } = props;
  const { formats, t } = useVoice();
  return (
    <div className={styles.faults}>
      {message && <p className={styles.message}>{message}</p>}
      {faults.length > 0 && (
        <details>
          <summary>{summary()}</summary>
          <ul className={styles.list}>
            {faults.map(({ rule, severity, place, count, message: text }) => {
              const words = { message: text, amount: formats.count(count) };
              return (
                <li key={rule}>
                  <span className={styles.severity} data-severity={severity}>
                    {t(`quality.severity.${severity}`)}
                  </span>{' '}
                  {place
                    ? t('quality.faultAt', { ...words, place })
                    : t('quality.fault', words)}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </div>
  );

  function summary(): string {
    return SEVERITIES.flatMap(severity => {
      const count = faults.filter(one => one.severity === severity).length;
      return count > 0 ? [t(`quality.counted.${severity}`, { count })] : [];
    }).join(', ');
  }
}
