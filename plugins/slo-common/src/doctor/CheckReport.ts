import type { Finding } from './Finding';

/** Answer of `POST /api/slo/check` and `GET /api/slo/check`. @public */
export interface CheckReport {
  /** Errors first. */
  findings: Finding[];
  /** Documents that keep OpenSLO's rules. */
  documents: number;
  /** Objectives of their SLOs. */
  objectives: number;
  /** Objectives whose source was asked, and answered. */
  asked: number;
  /** Whether any metrics source is set up that could measure an objective. */
  hasSources: boolean;
  /** ISO instant; answers of sources may be a minute older. */
  checkedAt: string;
}
