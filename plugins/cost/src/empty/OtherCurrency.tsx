import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ButtonLink } from '@backstage/ui';
import { entityName, ViewMessage } from '@plimsoll/plugin-plimsoll-react';
import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { useCostPaths } from '../routes';
import { useVoice } from '../words';

/** @internal */
export interface OtherCurrencyProps {
  entity: Entity;
  cost: Pick<ServiceCost, 'otherCurrencies' | 'proof'>;
}

/** The bill names a service, but not in the currency that is shown. */
export function OtherCurrency(props: OtherCurrencyProps) {
  const { entity, cost } = props;
  const { otherCurrencies, proof } = cost;
  const { t } = useVoice();
  const paths = useCostPaths();
  const ref = stringifyEntityRef(entity);
  return (
    <ViewMessage
      kind="empty"
      title={t('empty.otherCurrency', {
        service: entityName(entity),
        currencies: otherCurrencies.join(', '),
      })}
      actions={otherCurrencies.map(currency => {
        const href = paths.tab(ref, { currency });
        return (
          href && (
            <ButtonLink key={currency} variant="secondary" href={href}>
              {t('empty.showCurrency', { currency })}
            </ButtonLink>
          )
        );
      })}
    >
      {t('empty.otherCurrencyWhy', { currency: proof.currency })}
    </ViewMessage>
  );
}
