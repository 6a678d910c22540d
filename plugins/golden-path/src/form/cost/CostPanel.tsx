import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  MissingEstimate,
  PreviewEstimate,
} from '@plimsoll/plugin-golden-path-common';
import { PlainCard, useFormats } from '@plimsoll/plugin-plimsoll-react';
import { goldenPathTranslationRef } from '../../translation';
import styles from './CostPanel.module.css';

/** What the service will cost a month, by the rate card. */
export function CostPanel(props: {
  estimate: PreviewEstimate | MissingEstimate | undefined;
}) {
  const { estimate } = props;
  const { t } = useTranslationRef(goldenPathTranslationRef);
  if (!estimate) {
    return null;
  }
  return (
    <PlainCard label={t('estimate.title')}>
      {'missing' in estimate ? (
        <Missing estimate={estimate} />
      ) : (
        <Estimate estimate={estimate} />
      )}
    </PlainCard>
  );
}

function Missing({ estimate }: { estimate: MissingEstimate }) {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const isUnset = estimate.missing === 'no-set';
  return (
    <>
      <h3 className={styles.title}>{t('estimate.title')}</h3>
      <p className={styles.missing}>
        <strong>{t(isUnset ? 'estimate.noSet' : 'estimate.unanswered')}</strong>{' '}
        {isUnset
          ? t('estimate.noSetWhy')
          : estimate.message ?? t('estimate.unansweredWhy')}
      </p>
    </>
  );
}

function Estimate({ estimate }: { estimate: PreviewEstimate }) {
  const { monthly, currency, rateCard, shared } = estimate;
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const formats = useFormats();
  const money = (amount: string) => formats.money(amount, { currency });
  const items = [...estimate.items].sort(
    (a, b) => Number(b.monthly) - Number(a.monthly),
  );
  const largest = Math.max(...items.map(item => Number(item.monthly)));
  const basis = rateCard.asOf
    ? t('estimate.basisOf', {
        rateCard: rateCard.title,
        month: new Intl.DateTimeFormat(formats.locale, {
          month: 'long',
          year: 'numeric',
          timeZone: 'UTC',
        }).format(new Date(rateCard.asOf)),
      })
    : t('estimate.basis', { rateCard: rateCard.title });
  return (
    <>
      <div className={styles.head}>
        <div>
          <h3 className={styles.title}>{t('estimate.title')}</h3>
          <p className={styles.second}>{basis}</p>
        </div>
        <p className={styles.total}>
          <strong>{money(monthly)}</strong> {t('estimate.month')}
        </p>
      </div>
      <table className={styles.items}>
        <thead className={styles.unseen}>
          <tr>
            <th scope="col">{t('estimate.item')}</th>
            <th scope="col">{t('estimate.share')}</th>
            <th scope="col">{t('estimate.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr key={item.name}>
              <th scope="row">
                {item.quantity === 1 ? null : (
                  <span className={styles.second}>
                    {t('estimate.quantity', {
                      number: formats.count(item.quantity),
                    })}{' '}
                  </span>
                )}
                {item.title}
              </th>
              <td className={styles.bar}>
                <i
                  aria-hidden
                  style={{
                    width: `${(Number(item.monthly) / largest) * 100}%`,
                  }}
                />
              </td>
              <td className={styles.amount}>{money(item.monthly)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.second}>
        {shared
          ? t('estimate.shared', {
              amount: money(shared.monthly),
              items: new Intl.ListFormat(formats.locale).format(shared.items),
            })
          : t('estimate.alone')}
      </p>
    </>
  );
}
