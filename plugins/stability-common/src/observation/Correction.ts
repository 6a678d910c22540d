/** What a person said about a deployment or an incident. @public */
export type CorrectionChange =
  /** Whatever the rules say, this deployment did or did not fail. */
  | { type: 'verdict'; verdict: 'clean' | 'failed' | 'prevented' }
  /** The incident came from this deployment, or from none. */
  | {
      type: 'cause';
      incidentId: string;
      /**
       * What it is called at its source, and when it began, ISO instant: so
       * the word finds it when a late event makes it begin earlier.
       */
      incident?: { key: string; startedAt: string };
      deploymentId?: string;
    }
  /** Takes an earlier correction back. */
  | { type: 'undo'; correctionId: string };

/**
 * A person's word. It always beats the rules, is never deleted and can be
 * taken back by another one.
 *
 * @public
 */
export interface Correction {
  kind: 'correction';
  id: string;
  /** ISO instant at which it was said. */
  at: string;
  entityRef: string;
  /** The deployment it is about. */
  deploymentId?: string;
  /** Runs of that deployment, so that the word survives a new grouping. */
  runIds: string[];
  /** Ref of the person. */
  by: string;
  reason: string;
  change: CorrectionChange;
}
