import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { UpdateOffer } from '@plimsoll/plugin-golden-path-common';
import { goldenPathTranslationRef } from '../../translation';
import styles from './UpdateCard.module.css';

/** What there is to say of a service and its template. */
export function OfferText(props: { offer: UpdateOffer }) {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const { state, why, version = '', newest = '', template } = props.offer;
  const words = { name: template.title, version, newest };
  if (state === 'current') {
    return <p className={styles.sentence}>{t('update.card.current', words)}</p>;
  }
  if (state === 'unknown') {
    return (
      <>
        <p className={styles.sentence} data-lead="">
          {t('update.card.unknown')}
        </p>
        <p className={styles.second}>
          {t(
            why === 'no-version'
              ? 'update.card.no-version'
              : 'update.card.template-not-read',
            words,
          )}
        </p>
      </>
    );
  }
  return (
    <>
      <p className={styles.sentence} data-lead="">
        {t('update.card.available', words)}
      </p>
      <p className={styles.second}>
        {state === 'available' && t('update.card.made', words)}
        {state === 'open' && t('update.card.open', words)}
        {state === 'snoozed' && t('update.card.snoozed', words)}
      </p>
    </>
  );
}
