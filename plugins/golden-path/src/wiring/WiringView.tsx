import { useState } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { Button } from '@backstage/ui';
import { wiringProgress } from '@plimsoll/plugin-golden-path-common';
import { PlainCard, ReadState } from '@plimsoll/plugin-plimsoll-react';
import { RiCheckboxCircleLine } from '@remixicon/react';
import { MadeForYou } from './MadeForYou';
import { TryIt } from './TryIt';
import type { Wiring } from './useWiring';
import { useWiringWords } from './useWiringWords';
import { WiringList } from './WiringList';
import { WiringVerdict } from './WiringVerdict';
import styles from './WiringView.module.css';

/** @internal */
export type WiringViewProps = Wiring & { entity: Entity };

/** What is open while something is; one quiet line when all is wired. */
export function WiringView(props: WiringViewProps) {
  const { entity, wiring, polled } = props;
  const { t, formats } = useWiringWords();
  const [isOpen, setIsOpen] = useState(false);
  if (!wiring) {
    return (
      <div className={styles.wide}>
        <PlainCard label={t('wiring.title')}>
          <ReadState
            polled={polled}
            title={t('wiring.error')}
            backend="golden-path"
            permission="catalog.entity.read"
            entity={entity}
          />
        </PlainCard>
      </div>
    );
  }
  const progress = wiringProgress(wiring);
  if (!progress.complete) {
    return (
      <div className={styles.wide}>
        <WiringVerdict wiring={wiring} />
        <div className={styles.columns}>
          <WiringList {...props} wiring={wiring} />
          <div className={styles.side}>
            <TryIt {...props} />
            <MadeForYou entity={entity} wiring={wiring} />
          </div>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.wide}>
      <PlainCard label={t('wiring.title')}>
        <div className={styles.line}>
          <RiCheckboxCircleLine className={styles.done} size={20} aria-hidden />
          <span>
            {t('wiring.all', {
              ago: formats.relative(new Date(wiring.checkedAt ?? '')),
            })}
          </span>
          {progress.notConfigured > 0 && (
            <span className={styles.second}>
              {t('wiring.left', { count: progress.notConfigured })}
            </span>
          )}
          <Button
            variant="tertiary"
            className={styles.end}
            aria-expanded={isOpen}
            onPress={() => setIsOpen(!isOpen)}
          >
            {isOpen ? t('wiring.hide') : t('wiring.show')}
          </Button>
        </div>
      </PlainCard>
      {isOpen && <WiringList {...props} wiring={wiring} />}
    </div>
  );
}
