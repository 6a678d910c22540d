import {
  ExplainedNumber,
  RowCard,
  RowCards,
  SecondText,
} from '@plimsoll/plugin-plimsoll-react';
import type { Saving } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import { evidenceText } from './evidenceText';
import { GuardText } from './GuardText';
import { RiskMeter } from './RiskMeter';
import { SavingAction } from './SavingAction';
import styles from './SavingsTable.module.css';

/** @internal */
export interface SavingCardsProps {
  savings: readonly Saving[];
  onShow(id: string): void;
}

/** Savings on a narrow screen. */
export function SavingCards(props: SavingCardsProps) {
  const { savings, onShow } = props;
  const voice = useVoice();
  return (
    <RowCards>
      {savings.map(saving => (
        <RowCard
          key={saving.id}
          name={<span className={styles.title}>{saving.title}</span>}
          state={
            <span className={styles.money}>
              <ExplainedNumber onExplain={() => onShow(saving.id)}>
                {voice.formats.money(saving.realisable, {
                  currency: saving.currency,
                })}
              </ExplainedNumber>
            </span>
          }
          foot={<RiskMeter risk={saving.risk} />}
          footEnd={<SavingAction saving={saving} onShow={onShow} />}
        >
          <SecondText>{evidenceText({ saving, ...voice })}</SecondText>
          <div>
            <GuardText guard={saving.guard} />
          </div>
        </RowCard>
      ))}
    </RowCards>
  );
}
