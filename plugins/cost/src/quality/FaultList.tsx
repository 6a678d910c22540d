import type { DataQuality } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import styles from './quality.module.css';

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
    <ul className={styles.faults}>
      {message && <li>{message}</li>}
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
  );
}
