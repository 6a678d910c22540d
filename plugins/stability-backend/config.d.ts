export interface Config {
  /** Deployments, incidents and what follows from them. */
  stability?: {};
}
