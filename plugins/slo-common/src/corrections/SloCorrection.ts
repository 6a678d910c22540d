import type { Page } from '../api/responses';
import type { ObjectiveKey } from '../objective/ObjectiveKey';

/**
 * A stretch of time that a person takes out of an error budget, with a reason:
 * neither its failures nor its events count. What was measured stays as it is,
 * and the figures without the correction are shown beside those with it.
 *
 * @public
 */
export interface SloCorrection {
  id: string;
  /** Ref of the service. */
  entityRef: string;
  /** The one objective that it is about; absent: all of the service. */
  objective?: ObjectiveKey;
  /** ISO instants on whole quarter hours, `to` exclusive. */
  from: string;
  to: string;
  /**
   * What it takes out of the one objective that was asked about, ISO instants:
   * its slices of time reach into other quarter hours, and go whole. Absent:
   * `from` to `to`.
   */
  excludes?: { from: string; to: string };
  reason: string;
  /** Ref of the person, or subject of the service. */
  createdBy: string;
  /** ISO instant. */
  createdAt: string;
  /** Set once it was taken back; it counts no more then, and stays listed. */
  undone?: {
    by: string;
    /** ISO instant. */
    at: string;
    reason: string;
  };
}

/** Body of `POST /api/slo/corrections`. @public */
export interface CreateCorrectionRequest {
  entityRef: string;
  /** One objective of the service; all of them when left out. */
  objective?: ObjectiveKey;
  /** ISO instants; moved outwards to whole quarter hours. */
  from: string;
  to: string;
  /** 10..500 characters. */
  reason: string;
}

/** Query of `GET /api/slo/corrections`. @public */
export interface ListCorrectionsRequest {
  entityRef?: string;
  /** With `objective`: only what concerns this one objective. */
  ref?: string;
  objective?: string;
  /** 1..100, 25 by default. */
  limit?: number;
  cursor?: string;
}

/** Answer of `GET /api/slo/corrections`: newest first. @public */
export interface CorrectionPage extends Page<SloCorrection> {
  /** Whether the caller may correct the service that was asked for. */
  mayCorrect: boolean;
}
