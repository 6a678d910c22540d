/** What is counted of one service. Unix seconds. */
export interface ServiceEvents {
  /** Since when anything is known of it; absent: nothing ever was. */
  first?: number;
  /** Deployments to production that were judged, by when they went live. */
  deployments: Array<{ at: number; failed: boolean }>;
  /** Incidents of production. */
  incidents: RecordedIncident[];
}

/** How long an incident lasted. Unix seconds. */
export interface RecordedIncident {
  startedAt: number;
  /** Absent while it is open. */
  endedAt?: number;
  /** Its end was concluded, not told: it may have been earlier. */
  presumed: boolean;
}
