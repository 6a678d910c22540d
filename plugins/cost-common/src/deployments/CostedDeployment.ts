/** A deployment whose effect on the unit cost is asked for. @public */
export interface CostedDeployment {
  id: string;
  version?: string;
  /** When it was live, ISO. */
  finishedAt: string;
  /** When the next one replaced it, ISO; the next in the list by default. */
  liveUntil?: string;
}
