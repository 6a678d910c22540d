import {
  RowCard,
  RowCards,
  SecondText,
  TwoLines,
} from '@plimsoll/plugin-plimsoll-react';
import type { Saving } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import { ownerText } from './ownerText';
import { evidenceSentence } from './evidenceSentence';
import { RiskMeter } from './RiskMeter';
import { SavingAction } from './SavingAction';
import { SavingFigure } from './SavingFigure';
import { SavingState } from './SavingState';
import { savingTitle } from './savingTitle';
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
            <TwoLines second={ofMany && ownerText(saving, voice)}>
              <span className={styles.title}>{savingTitle(saving, voice)}</span>
            </TwoLines>
          }
          state={<SavingFigure saving={saving} onShow={onShow} />}
          foot={<RiskMeter risk={saving.risk} />}
          footEnd={<SavingAction saving={saving} onShow={onShow} />}
        >
          <SecondText>{evidenceSentence({ saving, ...voice })}</SecondText>
          <div>
            <SavingState saving={saving} />
          </div>
        </RowCard>
      ))}
    </RowCards>
  );
}
