import { Link } from '@backstage/ui';
import { CardItem, refName, useNow } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { CardRow } from '../card/CardRow';
import { useObjectivePath } from '../routes/useObjectivePath';
import { targetText } from '../words';
import styles from './ServiceRows.module.css';

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
              <>
                <Link
                  href={paths.service(objective.entityRef) ?? '#'}
                  color="primary"
                  weight="bold"
                  standalone
                >
                  {refName(objective.entityRef)}
                </Link>
                <span className={styles.objective}>
                  {objective.displayName} {targetText(objective)}
                </span>
              </>
            }
          />
        </CardItem>
      ))}
    </>
  );
}
