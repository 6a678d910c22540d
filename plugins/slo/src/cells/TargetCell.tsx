import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { targetText, useWords } from '../words';
import styles from './cells.module.css';

/** @internal */
export interface TargetCellProps {
  objective: ObjectiveStatus;
  /** The window stands below. */
  withWindow?: boolean;
}

/** What is promised, as the document writes it. */
export function TargetCell(props: TargetCellProps) {
  const { objective, withWindow } = props;
  const words = useWords();
  return (
    <div className={styles.lines}>
      <span className={styles.number}>{targetText(objective)}</span>
      {withWindow && (
        <span className={styles.second}>{words.window(objective)}</span>
      )}
    </div>
  );
}
