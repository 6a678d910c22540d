import { Link } from '@backstage/ui';
import {
  AccentLink,
  refName,
  SecondText,
  TwoLines,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { OriginMark } from '../origin';
import { useObjectivePath } from '../routes/useObjectivePath';

/** @internal */
export interface NameCellProps {
  objective: ObjectiveStatus;
  /** Tells it from another one of the same name. */
  secondName?: string;
}

/** Pixels below which the names of objectives would break. */
const LEAST_WIDTH = 140;

/** The objective, and below it whose it is. */
export function NameCell(props: NameCellProps) {
  const { objective, secondName } = props;
  const { entityRef, displayName, owners } = objective;
  const paths = useObjectivePath();
  const service = paths.service(entityRef);
  return (
    <TwoLines
      leastWidth={LEAST_WIDTH}
      second={
        <>
          {service ? (
            <Link href={service} variant="body-small" color="secondary">
              {refName(entityRef)}
            </Link>
          ) : (
            refName(entityRef)
          )}
          {owners.length > 0 && ` \u00b7 ${owners.map(refName).join(', ')}`}
        </>
      }
    >
      <AccentLink href={paths.objective(objective) ?? '#'}>
        {displayName}
      </AccentLink>
      {secondName && (
        <>
          {' '}
          <SecondText>{secondName}</SecondText>
        </>
      )}
      <OriginMark objective={objective} />
    </TwoLines>
  );
}
