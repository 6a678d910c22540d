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
    <ul className={styles.cards}>
      {objectives.map(objective => (
        <li key={stringifyObjectiveKey(objective)} className={styles.card}>
          <NameCell
            objective={objective}
            secondName={seconds.get(stringifyObjectiveKey(objective))}
          />
          <StateCell objective={objective} />
          <BudgetCell objective={objective} />
          <TargetCell objective={objective} withWindow />
          <BurnCell objective={objective} named />
        </li>
      ))}
    </ul>
  );
}
