import type { Entity } from '@backstage/catalog-model';
import { Button } from '@backstage/ui';
import {
  openFirst,
  type ServiceWiring,
  wiringProgress,
} from '@plimsoll/plugin-golden-path-common';
import {
  describeError,
  PlainCard,
  RefreshNotice,
} from '@plimsoll/plugin-plimsoll-react';
import { RiLoopLeftLine } from '@remixicon/react';
import type { Wiring } from './useWiring';
import { useWiringWords } from './useWiringWords';
import { WiringBar } from './WiringBar';
import styles from './WiringList.module.css';
import { WiringRow } from './WiringRow';

/** Every check, what is open first. */
export function WiringList(
  props: Wiring & { entity: Entity; wiring: ServiceWiring },
) {
  const { entity, wiring, polled, busy, fault, check, sendTestAlert } = props;
  const { t, formats } = useWiringWords();
  const { done, of } = wiringProgress(wiring);
  const { everySeconds } = wiring;
  const hourly =
    everySeconds > 600 ? 'wiring.every.hour' : 'wiring.every.minutes';
  const every = t(everySeconds <= 60 ? 'wiring.every.minute' : hourly);
  return (
    <PlainCard flush label={t('wiring.title')}>
      <div className={styles.head}>
        <div className={styles.name}>
          <h2 className={styles.title}>{t('wiring.title')}</h2>
          <p className={styles.subtitle}>{t('wiring.subtitle', { every })}</p>
        </div>
        <WiringBar
          lines={wiring.lines}
          label={t('wiring.bar', {
            done: formats.count(done),
            of: formats.count(of),
          })}
        />
        <Button
          variant="secondary"
          iconStart={<RiLoopLeftLine />}
          loading={busy}
          onPress={check}
        >
          {t('wiring.check')}
        </Button>
      </div>
      {fault !== undefined && (
        <p className={styles.fault} role="alert">
          {describeError(fault).kind === 'no-permission'
            ? t('wiring.refused')
            : t('wiring.failed')}
        </p>
      )}
      {wiring.lines.length === 0 && (
        <p className={styles.note}>{t('wiring.checking')}</p>
      )}
      <ul className={styles.rows}>
        {openFirst(wiring.lines).map(line => (
          <WiringRow
            key={line.id}
            entity={entity}
            line={line}
            busy={busy}
            onTestAlert={sendTestAlert}
          />
        ))}
      </ul>
      <div className={styles.notes}>
        <RefreshNotice polled={polled} />
      </div>
    </PlainCard>
  );
}
