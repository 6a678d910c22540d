import { StateChip, useNow } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { useWords } from '../words';

/** @internal */
export interface StateCellProps {
  objective: ObjectiveStatus;
}

/** The state with its extent; why, on hover. */
export function StateCell(props: StateCellProps) {
  const { objective } = props;
  const words = useWords();
  const now = useNow();
  return (
    <span title={words.reason(objective)}>
      <StateChip state={objective.state} label={words.state(objective, now)} />
    </span>
  );
}
