import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CardFrame, DemoBadge } from '@plimsoll/plugin-plimsoll-react';
import { useMyRollup } from '../queries/useRollup';
import { sloTranslationRef } from '../translation';
import { MyBudgets } from './MyBudgets';
import styles from './MyBudgetsCard.module.css';

/** As many services as fit without scrolling far. */
const MOST_ROWS = 12;

/**
 * The services that the reader or the reader's groups own, by their worst
 * objectives. It filters services; it is no figure of the reader.
 *
 * @public
 */
export function MyBudgetsCard() {
  const { t } = useTranslationRef(sloTranslationRef);
  const rollup = useMyRollup({ each: 'service', limit: MOST_ROWS });
  const { data } = rollup;
  return (
    <div className={styles.card}>
      <CardFrame
        title={t('home.title')}
        subtitle={t('home.subtitle')}
        badge={data?.worst.some(({ demo }) => demo) && <DemoBadge />}
      >
        <MyBudgets rollup={rollup} />
      </CardFrame>
    </div>
  );
}
