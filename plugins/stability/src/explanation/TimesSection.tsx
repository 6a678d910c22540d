import type { Deployment } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import styles from './explanation.module.css';

/** @internal */
export interface TimesSectionProps {
  deployment: Deployment;
}

const STEPS = [
  ['started', 'startedAt'],
  ['live', 'finishedAt'],
  ['impact', 'impactFrom'],
  ['detected', 'detectedAt'],
  ['recovered', 'recoveredAt'],
] as const;

/** When what happened; always with seconds. */
export function TimesSection(props: TimesSectionProps) {
  const { deployment } = props;
  const { formats, t } = useVoice();
  const { state, startedAt, finishedAt } = deployment;
  // such a roll-out ended, and was never live
  const hasStopped = state === 'aborted' || state === 'failed';
  const since = hasStopped ? startedAt : finishedAt;
  return (
    <section>
      <h3 className={styles.title}>{t('why.times')}</h3>
      <dl className={styles.rows}>
        {STEPS.flatMap(([name, field]) => {
          const iso = deployment[field];
          if (!iso) {
            return [];
          }
          const at = new Date(iso);
          const after = since ? (at.getTime() - Date.parse(since)) / 1000 : 0;
          const label = hasStopped && name === 'live' ? 'stopped' : name;
          return (
            <div key={name} className={styles.row}>
              <dt>
                {t(`why.${label}`)}
                {after > 0 && (
                  <span className={styles.second}>
                    {' '}
                    {t(hasStopped ? 'why.afterStart' : 'why.after', {
                      duration: formats.duration(after),
                    })}
                  </span>
                )}
              </dt>
              <dd
                className={styles.number}
                title={formats.instant(at, 'exact')}
              >
                {formats.instant(at, 'clock-seconds')}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
