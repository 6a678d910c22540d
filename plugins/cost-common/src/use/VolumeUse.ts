/** A volume of a cluster that no claim has now, and since when. @public */
export interface VolumeUse {
  /** The provider's id, as the cluster knows it. */
  resourceId: string;
  phase: 'available' | 'released' | 'failed';
  /** Hours that were looked at, at most. */
  lookedAtHours: number;
  /** Hours of them in which it was seen without a claim. */
  unclaimedHours: number;
  /** Hours since it was last seen with one; unset: in none that were looked at. */
  hoursSinceClaim?: number;
}
