import type { SloState } from '@plimsoll/plugin-slo-common';

/** Whether the owners of an objective know that its data have stopped. */
export interface DataStanding {
  /** Unix seconds: end of the data, once they were told to be missing. */
  silentSince?: number;
  /** Unix seconds since which there are data again after that. */
  dataSince?: number;
}

/** What of a status says whether there are data. */
export interface DataMeasure {
  state: SloState;
  /** End of what was measured, Unix seconds; absent: there never were data. */
  dataUpTo?: number;
}

/** Data must have been back for so many times the silence to be missed again. */
const BACK_FOR = 2;

/** Whether the state speaks of what is measured now. */
export function hasData(state: SloState): boolean {
  return state !== 'no-data' && state !== 'unknown';
}

/** Whether data have been missing for long, of an objective that had some. */
export function isSilent(options: {
  measure: DataMeasure;
  silentSeconds: number;
  at: number;
}): boolean {
  const { measure, silentSeconds, at } = options;
  const { state, dataUpTo } = measure;
  return (
    !hasData(state) && dataUpTo !== undefined && at - dataUpTo >= silentSeconds
  );
}

/**
 * How the owners stand after a look. A `silentSince` that was not there before
 * is to be told, where no outage of the whole source tells it. Data that come
 * and go ring once: only a good while with them makes their end news again.
 *
 * @param options.at - Unix seconds
 */
export function nextDataStanding(options: {
  standing: DataStanding;
  measure: DataMeasure;
  silentSeconds: number;
  at: number;
}): DataStanding {
  const { standing, measure, silentSeconds, at } = options;
  const { silentSince, dataSince = at } = standing;
  if (silentSince === undefined) {
    return isSilent(options) ? { silentSince: measure.dataUpTo } : {};
  }
  if (!hasData(measure.state)) {
    return { silentSince };
  }
  return at - dataSince >= BACK_FOR * silentSeconds
    ? {}
    : { silentSince, dataSince };
}
