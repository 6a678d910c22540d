import { CardItem, refName, useNow } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { CardRow } from '../card/CardRow';
import { RowName } from '../rollup/RowName';
import { useObjectivePath } from '../routes/useObjectivePath';
import { targetText } from '../words';

/** @internal */
export interface ServiceRowsProps {
  /** The worst one of each service; worst first. */
  objectives: readonly ObjectiveStatus[];
}

/** Services by their worst objective. */
export function ServiceRows(props: ServiceRowsProps) {
  const now = useNow();
  const paths = useObjectivePath();
  return (
    <>
      {props.objectives.map(objective => (
        <CardItem key={objective.entityRef}>
          <CardRow
            objective={objective}
            worst={false}
            now={now}
            name={
              <RowName
                lead={refName(objective.entityRef)}
                href={paths.service(objective.entityRef)}
                bold
                second={`${objective.displayName} ${targetText(objective)}`}
              />
            }
          />
        </CardItem>
      ))}
    </>
  );
}
