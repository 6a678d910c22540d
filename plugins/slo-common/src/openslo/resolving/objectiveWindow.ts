import { parseDuration } from '../../window/parseDuration';
import type { TimeWindow } from '../../window/TimeWindow';
import type { SloTimeWindow } from '../SloDocument';

/** The window of a document's objectives. */
export function objectiveWindow(window: SloTimeWindow): TimeWindow {
  const duration = parseDuration(window.duration);
  return window.calendar && !window.isRolling
    ? { kind: 'calendar', duration, ...window.calendar }
    : { kind: 'rolling', duration };
}
