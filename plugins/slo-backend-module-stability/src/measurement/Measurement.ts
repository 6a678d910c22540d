/** What of a service is counted. */
export type Measurement =
  /** Deployments to production that failed, out of those that were judged. */
  | { kind: 'deployments'; entityRef: string }
  /** Incidents that lasted longer, out of those that ended or lasted longer. */
  | { kind: 'incidents'; entityRef: string; withinSeconds: number };
