import type { Saving } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import styles from './RiskMeter.module.css';

/** @internal */
export interface RiskMeterProps {
  risk: Saving['risk'];
}

const LEVELS = ['low', 'medium', 'high'] as const;

/** A risk as steps and as a word. */
export function RiskMeter(props: RiskMeterProps) {
  const { risk } = props;
  const { t } = useVoice();
  const level = LEVELS.indexOf(risk);
  return (
    <span className={styles.risk}>
      <span className={styles.steps} aria-hidden>
        {LEVELS.map((step, index) => (
          <span
            key={step}
            className={styles.step}
            data-on={index <= level || undefined}
          />
        ))}
      </span>
      {t(`riskLevel.${risk}`)}
    </span>
  );
}
