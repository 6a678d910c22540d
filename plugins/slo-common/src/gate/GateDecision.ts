import type { GateVerdict } from './GatePolicy';

/** Why a gate says what it says, for people and for pipelines. @public */
export interface GateReason {
  code: /** The budget of the objective is spent. */
  | 'exhausted'
    /** Less is left than the policy wants. */
    | 'low-budget'
    /** Enough is left. */
    | 'budget-left'
    /**
     * Nothing is known of the objective: not measured, its source is down, or
     * it was not evaluated for ten minutes.
     */
    | 'no-data'
    /** Not one failure is allowed at this volume, so its budget says nothing. */
    | 'insufficient'
    /** The service has no objective. */
    | 'no-objectives'
    /** The service's annotation turns the gate off. */
    | 'switched-off'
    /** The service's annotation changes the policy. */
    | 'overridden'
    /** The annotation, or the catalog, cannot be read. */
    | 'override-unreadable';
  /** What this reason alone asks for. */
  verdict: GateVerdict;
  /** One sentence. */
  message: string;
  /** The objective that it is about. */
  objective?: { ref: string; objective: string; displayName: string };
  /**
   * Set where corrections change the budget that was judged: how many, and the
   * share that would be left of all that was measured, where it is known.
   */
  corrections?: { count: number; rawRemaining?: number };
}

/** Answer of `GET /api/slo/gate`. @public */
export interface GateAnswer {
  /** The strictest of the reasons. */
  verdict: GateVerdict;
  /** The strictest first; never empty. */
  reasons: GateReason[];
  entityRef: string;
  /** ISO instant. */
  decidedAt: string;
  /** Number under which the decision is kept. */
  decision: string;
}

/** A decision that was kept, as `GET /api/slo/gate/decisions` lists it. @public */
export interface GateDecision {
  id: string;
  entityRef: string;
  /** ISO instant. */
  decidedAt: string;
  /**
   * Subject of the credential that asked: `external:github-actions`, a
   * plugin, or the ref of a user.
   */
  askedBy: string;
  verdict: GateVerdict;
  reasons: GateReason[];
}
