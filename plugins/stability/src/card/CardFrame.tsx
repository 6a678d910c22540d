import type { ReactNode } from 'react';
import {
  AccentLink,
  DemoBadge,
  PlainCard,
} from '@plimsoll/plugin-plimsoll-react';
import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';
import { useStabilityPaths } from '../routes';
import { useVoice } from '../words';
import styles from './CardFrame.module.css';

/** @internal */
export interface CardFrameProps {
  entityRef: string;
  metrics?: StabilityMetrics;
  /** There is more to see on the tab. */
  linked: boolean;
  children: ReactNode;
}

/** Title and way on: the same in all states of the card. */
export function CardFrame(props: CardFrameProps) {
  const { entityRef, metrics, linked, children } = props;
  const { t } = useVoice();
  const href = useStabilityPaths().tab(entityRef);
  return (
    <PlainCard label={t('card.title')}>
      <div className={styles.frame}>
        <div className={styles.head}>
          <h2 className={styles.title}>{t('card.title')}</h2>
          {metrics?.demo && <DemoBadge />}
          {href && linked && (
            <span className={styles.all}>
              <AccentLink href={href}>{t('card.all')}</AccentLink>
            </span>
          )}
        </div>
        {children}
      </div>
    </PlainCard>
  );
}
