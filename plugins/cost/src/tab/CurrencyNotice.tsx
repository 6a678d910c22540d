import { AccentLink } from '@plimsoll/plugin-plimsoll-react';
import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { useCostPaths } from '../routes';
import { useVoice } from '../words';
import styles from './ServiceCostView.module.css';

/** @internal */
export interface CurrencyNoticeProps {
  cost: Pick<ServiceCost, 'entityRef' | 'otherCurrencies' | 'proof'>;
}

/** Says what a service costs in other currencies too, and leads there. */
export function CurrencyNotice(props: CurrencyNoticeProps) {
  const { entityRef, otherCurrencies, proof } = props.cost;
  const { t } = useVoice();
  const paths = useCostPaths();
  if (otherCurrencies.length === 0) {
    return null;
  }
  return (
    <p className={styles.currencies}>
      {t('tab.currencies', { currency: proof.currency })}{' '}
      {otherCurrencies.map(currency => {
        const href = paths.tab(entityRef, { currency });
        return (
          href && (
            <AccentLink key={currency} href={href}>
              {t('empty.showCurrency', { currency })}
            </AccentLink>
          )
        );
      })}
    </p>
  );
}
