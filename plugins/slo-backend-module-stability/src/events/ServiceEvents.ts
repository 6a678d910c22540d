/** What is counted of one service. Unix seconds. */
export interface ServiceEvents {
  /** Since when anything is known of it; absent: nothing ever was. */
  first?: number;
  /** Deployments to production that were judged, by when they went live. */
  deployments: Array<{ at: number; failed: boolean }>;
  /** Incidents that have ended, by their end. */
  incidents: Array<{ at: number; seconds: number }>;
}
