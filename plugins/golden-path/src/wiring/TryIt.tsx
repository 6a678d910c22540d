import type { Entity } from '@backstage/catalog-model';
import { Button } from '@backstage/ui';
import { AccentLink, PlainCard } from '@plimsoll/plugin-plimsoll-react';
import {
  RiAlarmWarningLine,
  RiFlashlightLine,
  RiSpeedLine,
} from '@remixicon/react';
import { repositoryOf } from './repositoryOf';
import styles from './SideCard.module.css';
import type { Wiring } from './useWiring';
import { useWiringWords } from './useWiringWords';

/** What to try, so that the first alert is no surprise. */
export function TryIt(props: Wiring & { entity: Entity }) {
  const { entity, wiring, busy, sendTestAlert } = props;
  const { t } = useWiringWords();
  const { fileUrl } = repositoryOf(entity);
  const request = fileUrl('README.md');
  const load = fileUrl('load-test/README.md');
  const alerts = wiring?.lines.find(({ id }) => id === 'alerts');
  const canAlert = alerts && alerts.state !== 'not-configured';
  if (!request && !load && !canAlert) {
    return null;
  }
  return (
    <PlainCard label={t('wiring.try.title')}>
      <h2 className={styles.title}>{t('wiring.try.title')}</h2>
      <p className={styles.subtitle}>{t('wiring.try.subtitle')}</p>
      <ul className={styles.items}>
        {request && (
          <li className={styles.item}>
            <RiFlashlightLine size={16} aria-hidden />
            <span>
              <AccentLink href={request}>{t('wiring.try.request')}</AccentLink>
              <span className={styles.how}>{t('wiring.try.requestHow')}</span>
            </span>
          </li>
        )}
        {canAlert && (
          <li className={styles.item}>
            <RiAlarmWarningLine size={16} aria-hidden />
            <span>
              <Button
                variant="secondary"
                isDisabled={busy}
                onPress={sendTestAlert}
              >
                {t('wiring.try.alert')}
              </Button>
              <span className={styles.how}>{t('wiring.try.alertHow')}</span>
            </span>
          </li>
        )}
        {load && (
          <li className={styles.item}>
            <RiSpeedLine size={16} aria-hidden />
            <span>
              <AccentLink href={load}>{t('wiring.try.load')}</AccentLink>
              <span className={styles.how}>{t('wiring.try.loadHow')}</span>
            </span>
          </li>
        )}
      </ul>
    </PlainCard>
  );
}
