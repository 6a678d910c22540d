import type { MetricExplanation } from '@plimsoll/plugin-stability-common';
import { bandText, grounds, headline } from '../figures';
import { useVoice } from '../words';
import { inputText } from './inputText';
import styles from './explanation.module.css';

/** @internal */
export interface InputsSectionProps {
  explanation: MetricExplanation;
}

/** The figures that the formula was given, and what it made of them. */
export function InputsSection(props: InputsSectionProps) {
  const { figure, formula } = props.explanation;
  const voice = useVoice();
  const { t } = voice;
  const band = bandText({ figure, ...voice });
  // Only a share has a numerator.
  const inputs = Object.entries(formula.inputs).filter(
    ([name]) => name !== 'events' || figure.unit === 'ratio',
  );
  return (
    <section>
      <h3 className={styles.title}>{t('explain.computed')}</h3>
      <dl className={styles.rows}>
        {inputs.map(([name, value]) => {
          const input = inputText({ name, value, ...voice });
          return (
            <div key={name} className={styles.row}>
              <dt>{input.name}</dt>
              <dd className={styles.number}>{input.value}</dd>
            </div>
          );
        })}
        <div className={styles.row} data-sum>
          <dt>{t(`metric.${figure.metric}`)}</dt>
          <dd className={styles.number}>
            {headline({ figure, ...voice }).text}
          </dd>
        </div>
      </dl>
      <p className={styles.second}>
        {grounds({ figure, ...voice }).join(' \u00b7 ')}
      </p>
      {figure.band && band && (
        <p className={styles.second}>
          {t('band.source', { band, source: figure.band.set.source })}
        </p>
      )}
    </section>
  );
}
