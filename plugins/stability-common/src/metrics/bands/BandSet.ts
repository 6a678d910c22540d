import type { MetricName } from '../MetricFigure';

/** Best first. @public */
export const BAND_NAMES = ['elite', 'high', 'medium', 'low'] as const;

/** @public */
export type BandName = (typeof BAND_NAMES)[number];

/** How a report sorted what teams told in one year. @public */
export interface BandSet {
  /** As in app-config: `dora-2023`. */
  id: string;
  /** With its year, without which a band says nothing: `DORA 2023`. */
  title: string;
  year: number;
  /** Where it was published. */
  source: string;
  /**
   * Of each metric that it knows the limits of elite, high and medium, in the
   * metric's unit. A rate that is at its limit and a frequency that reaches it
   * are inside; a duration has to be shorter.
   */
  limits: Partial<
    Record<MetricName, readonly [elite: number, high: number, medium: number]>
  >;
}

/** The band of one figure, and whose band it is. @public */
export interface MetricBand {
  name: BandName;
  set: Pick<BandSet, 'id' | 'title' | 'year' | 'source'>;
}
