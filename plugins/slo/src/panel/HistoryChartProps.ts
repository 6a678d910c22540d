import type { MarkerLane, TimeRange } from '@plimsoll/plugin-plimsoll-react';
import type {
  ObjectiveHistory,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import type { HistoryAxis } from './historyAxis';

/** What each chart of a panel gets. */
export interface HistoryChartProps {
  objective: ObjectiveStatus;
  history: ObjectiveHistory;
  axis: HistoryAxis;
  lanes: readonly MarkerLane[];
  /** Asks for another range, for all charts. */
  onRange(range: TimeRange): void;
}
