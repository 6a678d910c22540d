import {
  type ServiceWiring,
  wiringProgress,
} from '@plimsoll/plugin-golden-path-common';
import { PlainCard } from '@plimsoll/plugin-plimsoll-react';
import { RiHourglassLine } from '@remixicon/react';
import { useWiringWords } from './useWiringWords';
import styles from './WiringView.module.css';

/** How far it is, and what went out. */
export function WiringVerdict(props: { wiring: ServiceWiring }) {
  const { wiring } = props;
  const { t, formats } = useWiringWords();
  const { done, of, missing, waiting, unknown } = wiringProgress(wiring);
  const { version, at } = wiring.deployment ?? {};
  return (
    <PlainCard label={t('wiring.verdict')}>
      <div className={`${styles.line} ${styles.verdict}`}>
        <RiHourglassLine className={styles.icon} size={20} aria-hidden />
        {wiring.lines.length === 0 ? (
          <span>{t('wiring.checking')}</span>
        ) : (
          <span className={styles.strong}>
            {t('wiring.wired', {
              done: formats.count(done),
              of: formats.count(of),
            })}
          </span>
        )}
        {missing > 0 && <span>{t('wiring.needs', { count: missing })}</span>}
        {waiting > 0 && <span>{t('wiring.waits', { count: waiting })}</span>}
        {unknown > 0 && <span>{t('wiring.unknown', { count: unknown })}</span>}
        {version && at && (
          <span>
            {t('wiring.wentOut', {
              version,
              ago: formats.relative(new Date(at)),
            })}
          </span>
        )}
      </div>
    </PlainCard>
  );
}
