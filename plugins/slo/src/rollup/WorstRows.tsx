import { CardItem, refName, useNow } from '@plimsoll/plugin-plimsoll-react';
import {
  stringifyObjectiveKey,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { CardRow } from '../card/CardRow';
import { shownRemaining } from '../figures';

/** @internal */
export interface WorstRowsProps {
  /** Worst first. */
  objectives: readonly ObjectiveStatus[];
}

/** The worst objectives, each with its service. */
export function WorstRows(props: WorstRowsProps) {
  const { objectives } = props;
  const now = useNow();
  // The first whose budget is known: what is not known cannot be compared.
  const worst = objectives.find(one => shownRemaining(one) !== undefined);
  return (
    <>
      {objectives.map(objective => (
        <CardItem key={stringifyObjectiveKey(objective)}>
          <CardRow
            objective={objective}
            worst={objective === worst}
            now={now}
            secondName={refName(objective.entityRef)}
          />
        </CardItem>
      ))}
    </>
  );
}
