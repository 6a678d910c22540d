import {
  AccentLink,
  ExplainedNumber,
  FigureRow,
} from '@plimsoll/plugin-plimsoll-react';
import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { useCostPaths } from '../routes';
import { noSavingText } from '../savings/noSavingText';
import { savingTitle } from '../savings/savingTitle';
import { useVoice } from '../words';

/** @internal */
export interface SavingRowProps {
  cost: Pick<ServiceCost, 'entityRef' | 'proof' | 'savings'>;
}

/** The largest saving that may be made now. */
export function SavingRow(props: SavingRowProps) {
  const { entityRef, proof, savings } = props.cost;
  const voice = useVoice();
  const { formats, t } = voice;
  const { largest } = savings;
  const href = useCostPaths().tab(entityRef, { saving: largest?.id });
  if (!largest) {
    const { figure, why } = noSavingText({ savings, t });
    return <FigureRow name={t('card.saving')} figure={figure} ground={why} />;
  }
  return (
    <FigureRow
      name={t('card.saving')}
      figure={
        <ExplainedNumber to={href}>
          {t('card.aMonth', {
            amount: formats.money(largest.realisable, {
              currency: proof.currency,
            }),
          })}
        </ExplainedNumber>
      }
      ground={t('card.savingWhy', {
        title: savingTitle(largest, voice),
        risk: t(`risk.${largest.risk}`),
      })}
      target={
        href && <AccentLink href={href}>{t('card.savingOpen')}</AccentLink>
      }
    />
  );
}
