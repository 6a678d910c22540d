import {
  refName,
  RowCard,
  RowCards,
  SecondText,
  TwoLines,
} from '@plimsoll/plugin-plimsoll-react';
import type { Saving } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import { evidenceText } from './evidenceText';
import { GuardText } from './GuardText';
import { RiskMeter } from './RiskMeter';
import { SavingAction } from './SavingAction';
import { SavingFigure } from './SavingFigure';
import styles from './SavingsTable.module.css';

/** @internal */
export interface SavingCardsProps {
  savings: readonly Saving[];
  onShow(id: string): void;
  /** Names the service of each: where they are of many. */
  ofMany?: boolean;
}

/** Savings on a narrow screen. */
export function SavingCards(props: SavingCardsProps) {
  const { savings, onShow, ofMany } = props;
  const voice = useVoice();
  return (
    <RowCards>
      {savings.map(saving => (
        <RowCard
          key={saving.id}
          name={
            <TwoLines
              second={ofMany && saving.entityRef && refName(saving.entityRef)}
            >
              <span className={styles.title}>{saving.title}</span>
            </TwoLines>
          }
          state={<SavingFigure saving={saving} onShow={onShow} />}
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
