import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { useWords } from '../words';
import { FaultText } from './FaultText';

/** @internal */
export interface ReasonTextProps {
  objective: ObjectiveStatus;
}

/** Why an objective is in its state; of a fault, with its place in code. */
export function ReasonText(props: ReasonTextProps) {
  const { objective } = props;
  const { code, params = {} } = objective.reason;
  const words = useWords();
  return code === 'faulty' && params.path ? (
    <FaultText path={String(params.path)} message={String(params.message)} />
  ) : (
    <>{words.reason(objective)}</>
  );
}
