import { RowCard, RowCards } from '@plimsoll/plugin-plimsoll-react';
import {
  stringifyObjectiveKey,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { BudgetCell, BurnCell, StateCell, TargetCell } from '../cells';
import { secondNames } from '../names';
import { NameCell } from './NameCell';
import styles from './ObjectiveCards.module.css';

/** @internal */
export interface ObjectiveCardsProps {
  objectives: readonly ObjectiveStatus[];
}

/** The list on a narrow screen: what a row drops, its page shows. */
export function ObjectiveCards(props: ObjectiveCardsProps) {
  const { objectives } = props;
  const seconds = secondNames(objectives);
  return (
    <div className={styles.cards}>
      <RowCards>
        {objectives.map(objective => (
          <RowCard
            key={stringifyObjectiveKey(objective)}
            name={
              <NameCell
                objective={objective}
                secondName={seconds.get(stringifyObjectiveKey(objective))}
              />
            }
            state={<StateCell objective={objective} />}
            foot={<TargetCell objective={objective} withWindow />}
            footEnd={<BurnCell objective={objective} named />}
          >
            <BudgetCell objective={objective} />
          </RowCard>
        ))}
      </RowCards>
    </div>
  );
}
