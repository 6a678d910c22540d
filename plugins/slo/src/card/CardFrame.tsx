import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AccentLink,
  DemoBadge,
  PlainCard,
  StateChip,
  useNow,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectivePage } from '@plimsoll/plugin-slo-common';
import { useObjectivePath } from '../routes/useObjectivePath';
import { sloTranslationRef } from '../translation';
import { useWords } from '../words';
import { unknownSince } from './unknownSince';
import styles from './CardFrame.module.css';

/** @internal */
export interface CardFrameProps {
  entityRef: string;
  page?: ObjectivePage;
  children: ReactNode;
}

/** Title and way on: the same in all states of the card. */
export function CardFrame(props: CardFrameProps) {
  const { entityRef, page, children } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const href = useObjectivePath().tab(entityRef);
  const hasObjectives = page === undefined || page.items.length > 0;
  const words = useWords();
  const now = useNow();
  const unknown = page && unknownSince(page.items);
  return (
    <PlainCard label={t('card.title')}>
      <div className={styles.frame}>
        <div className={styles.head}>
          <h2 className={styles.title}>{t('card.title')}</h2>
          {page?.items.some(({ demo }) => demo) && <DemoBadge />}
          <span className={styles.end}>
            {unknown && (
              <StateChip state="unknown" label={words.state(unknown, now)} />
            )}
            {href && hasObjectives && (
              <AccentLink href={href}>{t('card.all')}</AccentLink>
            )}
          </span>
        </div>
        {children}
      </div>
    </PlainCard>
  );
}
