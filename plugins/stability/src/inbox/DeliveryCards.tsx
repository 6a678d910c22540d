import { RowCard, RowCards, useNow } from '@plimsoll/plugin-plimsoll-react';
import { useVoice } from '../words';
import type { DeliveryRowsProps } from './DeliveryTable';
import { StateWord } from './StateWord';
import styles from './DeliveryCards.module.css';

/** Deliveries on a narrow screen; what a card drops, the delivery shows. */
export function DeliveryCards(props: DeliveryRowsProps) {
  const { items, selected, onShow } = props;
  const { formats, t } = useVoice();
  const now = useNow();
  return (
    <RowCards>
      {items.map(({ id, summary, source, state, error, receivedAt }) => (
        <RowCard
          key={id}
          name={
            <button
              type="button"
              className={styles.name}
              aria-haspopup="dialog"
              aria-expanded={id === selected}
              onClick={() => onShow(id)}
            >
              {summary}
            </button>
          }
          state={<StateWord state={state} />}
        >
          {error && <p className={styles.error}>{error}</p>}
          <p className={styles.second}>
            {t('inbox.sourceAgo', {
              source,
              ago: formats.relative(new Date(receivedAt), now),
            })}
          </p>
        </RowCard>
      ))}
    </RowCards>
  );
}
