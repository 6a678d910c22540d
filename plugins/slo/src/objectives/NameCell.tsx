import { Link } from '@backstage/ui';
import { AccentLink } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { useObjectivePath } from '../routes/useObjectivePath';
import { refName } from '../words';
import styles from './NameCell.module.css';

/** @internal */
export interface NameCellProps {
  objective: ObjectiveStatus;
  /** Tells it from another one of the same name. */
  secondName?: string;
}

/** The objective, and below it whose it is. */
export function NameCell(props: NameCellProps) {
  const { objective, secondName } = props;
  const { entityRef, displayName, owners } = objective;
  const paths = useObjectivePath();
  const service = paths.service(entityRef);
  return (
    <div className={styles.name}>
      <span>
        <AccentLink href={paths.objective(objective) ?? '#'}>
          {displayName}
        </AccentLink>
        {secondName && (
          <>
            {' '}
            <span className={styles.second}>{secondName}</span>
          </>
        )}
      </span>
      <span className={styles.second}>
        {service ? (
          <Link href={service} variant="body-small" color="secondary">
            {refName(entityRef)}
          </Link>
        ) : (
          refName(entityRef)
        )}
        {owners.length > 0 && ` \u00b7 ${owners.map(refName).join(', ')}`}
      </span>
    </div>
  );
}
