import type { IncidentObservation } from '../../observation/IncidentObservation';

/** One stretch in which one alert or ticket was open. Times in ms. */
export interface IncidentSpan {
  startedAt: number;
  /** Absent while it is open. */
  endedAt?: number;
  presumed: boolean;
  /** The latest instant at which its sender said that it goes on. */
  heardAt: number;
  /** Nobody told its end: the same alert began anew, so it must have ended. */
  isLost: boolean;
  mergedInto?: string;
  /** One of its steps at least was told of this very service. */
  isOurs: boolean;
  /** It was handed to another service, and has not come back. */
  isMoved: boolean;
  /** Instants at which it was opened again after its end. */
  reopenedAt: number[];
  observations: IncidentObservation[];
}
