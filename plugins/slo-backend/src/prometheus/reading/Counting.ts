import type { QueryTemplate } from '@plimsoll/promql';
import type { Fill } from './Expression';

/**
 * How one kind of indicator is counted within any window: a portion of its
 * units that is good or bad, and all of them. Occurrences count it a bucket at
 * a time, time slices a slice at a time.
 */
export interface Counting {
  portion: Count;
  total: Count;
  /** What the portion is. */
  means: 'good' | 'bad';
  /**
   * Seconds that one unit of `total` speaks for, where the units are samples;
   * then no unit means "not measured", never "no traffic".
   */
  sampleSeconds?: number;
  /** Seconds that the end of a window is rounded down to. */
  gridSeconds: number;
  /** The portion's units are ratios, which cannot leave 0..1. */
  isRatio?: boolean;
}

/** One number of a {@link Counting}. */
export interface Count {
  /** Place of its query in the document. */
  path: string;
  template: QueryTemplate;
  /** PromQL for the window that ends at the time of the query. */
  text(fill: Fill, windowSeconds: number): string;
}
