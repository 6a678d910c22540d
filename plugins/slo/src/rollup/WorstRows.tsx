import { CardItem, refName, useNow } from '@plimsoll/plugin-plimsoll-react';
import {
  stringifyObjectiveKey,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { CardRow } from '../card/CardRow';
import { shownRemaining } from '../figures';
import { useObjectivePath } from '../routes/useObjectivePath';
import { targetText } from '../words';
import { RowName } from './RowName';

/** @internal */
export interface WorstRowsProps {
  /** Worst first. */
  objectives: readonly ObjectiveStatus[];
}

/** The worst objectives, each with its service. */
export function WorstRows(props: WorstRowsProps) {
  const { objectives } = props;
  const now = useNow();
  const paths = useObjectivePath();
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
            name={
              <RowName
                lead={objective.displayName}
                href={paths.objective(objective)}
                bold={objective === worst}
                second={`${targetText(objective)} \u00b7 ${refName(
                  objective.entityRef,
                )}`}
              />
            }
          />
        </CardItem>
      ))}
    </>
  );
}
