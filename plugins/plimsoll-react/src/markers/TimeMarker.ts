import type { ReactElement } from 'react';
import type { ApiHolder } from '@backstage/frontend-plugin-api';

/**
 * Something that happened at an instant and stands on the time axis of every
 * chart: a deployment, an incident.
 *
 * @public
 */
export interface TimeMarker {
  id: string;
  at: Date;
  /**
   * What marks of one kind have in common, for instance `clean`. Neighbours
   * of one kind that are too close fold into one with a count; marks of
   * different kinds stay apart.
   */
  kind: string;
  /** What it is, in words: "v2.31.0, failed, rolled back". */
  title: string;
  /** SVG content in a box of 16 x 16 around the origin. */
  glyph: ReactElement;
  /** Page that tells more. */
  href?: string;
  /** Draws a dashed line through the chart, with a word beside it. */
  callout?: string;
}

/** @public */
export interface MarkerRequest {
  /** Ref of the service whose time axis it is. */
  entityRef: string;
  /** Inclusive. */
  from: Date;
  /** Exclusive. */
  to: Date;
  signal: AbortSignal;
  /** The app's APIs, for sources that ask a backend. */
  apis: ApiHolder;
}

/**
 * Where marks come from. Each plugin that knows events of a service brings
 * one; each gets a lane of its own under the charts.
 *
 * @public
 */
export interface MarkerSource {
  id: string;
  /** Names the lane: "Deployments"; `readTranslation` gives the words. */
  title: string | ((apis: ApiHolder) => Promise<string>);
  load(request: MarkerRequest): Promise<TimeMarker[]>;
}

/** One source's marks in the range that is shown. @public */
export interface MarkerLane {
  id: string;
  title: string;
  markers: readonly TimeMarker[];
  /** The source could not be read; the charts stand without it. */
  failed: boolean;
}
