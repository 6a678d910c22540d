import type { MetricFigure } from '../MetricFigure';
import { BAND_NAMES, type BandSet, type MetricBand } from './BandSet';

/**
 * The band that a figure lies in.
 *
 * @returns undefined where the set has none for it, or too little is known
 */
export function bandOf(options: {
  figure: Pick<MetricFigure, 'metric' | 'state' | 'unit' | 'value'>;
  set: BandSet;
}): MetricBand | undefined {
  const { figure, set } = options;
  const { metric, state, unit, value } = figure;
  const limits = set.limits[metric];
  if (!limits || state !== 'ok' || value === undefined) {
    return undefined;
  }
  const isWithin = (limit: number) => {
    switch (unit) {
      case 'per-week':
        return value >= limit;
      case 'seconds':
        return value < limit;
      default:
        return value <= limit;
    }
  };
  const place = limits.findIndex(isWithin);
  const { id, title, year, source } = set;
  return {
    name: place < 0 ? 'low' : BAND_NAMES[place],
    set: { id, title, year, source },
  };
}
