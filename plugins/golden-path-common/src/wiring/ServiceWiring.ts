import type { WiringCheckId } from './wiringChecks';
import type { WiringSentenceCode, WiringStepCode } from './wiringSentences';

/**
 * - `done`: seen to work, just now
 * - `missing`: somebody has to do something
 * - `waiting`: nobody has to; it comes by itself
 * - `unknown`: what could tell has not answered
 * - `not-configured`: this portal is not set up to know
 *
 * @public
 */
export type WiringState =
  | 'done'
  | 'missing'
  | 'waiting'
  | 'unknown'
  | 'not-configured';

/** A sentence of the front end's translations. @public */
export interface WiringSentence {
  code: WiringSentenceCode;
  /** What it is filled with; names that end with `At` hold ISO instants. */
  params: Record<string, string | number>;
}

/** What somebody can do about a line. @public */
export interface WiringStep {
  code: WiringStepCode;
  /** Where outside of the portal it is done. */
  href?: string;
  params?: Record<string, string | number>;
}

/** One check and what came of it. @public */
export interface WiringLine {
  id: WiringCheckId;
  state: WiringState;
  /** ISO instant from which on it was in this state. */
  since: string;
  /** When what is waited for is due, ISO instant. */
  dueAt?: string;
  /** What was seen, or what is missing; then what was not tried. */
  sentences: WiringSentence[];
  steps: WiringStep[];
}

/** A test alert that was sent to Alertmanager. @public */
export interface TestAlert {
  severity: AlertSeverity;
  /** ISO instant. */
  sentAt: string;
  /** Receivers that the routes lead it to. */
  receivers: string[];
}

/** How urgent an alert is, by the routes of the templates. @public */
export const ALERT_SEVERITIES = ['critical', 'warning', 'info'] as const;

/** @public */
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/**
 * Whether a service that a template made is wired
 * (`GET /wiring/{kind}/{namespace}/{name}`).
 *
 * @public
 */
export interface ServiceWiring {
  entityRef: string;
  template: { ref: string; version?: string };
  /** ISO instant at which it was first seen in the catalog. */
  knownSince: string;
  /** ISO instant of the last check; absent before the first. */
  checkedAt?: string;
  /** Seconds between two checks from now on. */
  everySeconds: number;
  /** In the order of the checks; none before the first check. */
  lines: WiringLine[];
  /** The newest deployment that was seen. */
  deployment?: {
    version?: string;
    environment: string;
    /** ISO instant. */
    at: string;
    url?: string;
  };
  testAlert?: TestAlert;
}
