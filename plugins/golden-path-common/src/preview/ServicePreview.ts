import type { AnswerFinding } from '../parameters/AnswerFinding';
import type { PlannedService } from '../plan/PlannedService';

/** Body of `POST /preview`. @public */
export interface PreviewRequest {
  /** Ref of the Template entity: 'template:default/fastapi-service'. */
  template: string;
  /** Answers of the form as far as they go. */
  answers: Record<string, unknown>;
}

/** Body of `POST /findings`. @public */
export type FindingsRequest = Pick<PreviewRequest, 'answers'>;

/** Answer of `POST /findings`. @public */
export interface AnswerFindings {
  findings: AnswerFinding[];
}

/** What there is to say about a file or folder; the front end has the words. @public */
export type PreviewNote =
  | { kind: 'annotations' }
  | { kind: 'objectives'; availabilityPercent: number; p95Ms: number }
  | { kind: 'alerts'; burnRateAlerts: number }
  | { kind: 'own-alerts'; alerts: number }
  | { kind: 'alert-tests' }
  | {
      kind: 'chart';
      strategy: PlannedService['strategy'];
      /** Percent of the traffic, one step after the other. */
      weights: number[];
      minReplicas: number;
      maxReplicas: number;
    }
  | { kind: 'load-test'; p95Ms: number; p99Ms: number }
  | { kind: 'tests'; tests: number }
  | { kind: 'pipeline'; pipeline: PlannedService['pipeline'] }
  | { kind: 'terraform'; dataStore: PlannedService['dataStore'] }
  | { kind: 'runbook' }
  | { kind: 'lock' };

/** One file of the repository that will be made. @public */
export interface PreviewFile {
  /** From the root of the repository, with slashes. */
  path: string;
  /** Bytes. */
  size: number;
  note?: PreviewNote;
  /** Whether another promise would make another file. */
  followsPromise: boolean;
}

/** A file that is shown whole. @public */
export interface PreviewDocument {
  path: string;
  text: string;
}

/** A service that the new one will call. @public */
export interface PreviewDependency {
  /** 'component:default/session-api' */
  ref: string;
  /** Ratio 0..1 that it promises to be available; missing: not known. */
  target?: number;
}

/** What the service will cost a month, by the rate card. @public */
export interface PreviewEstimate {
  /** Decimal amount. */
  monthly: string;
  /** ISO 4217. */
  currency: string;
  items: Array<{
    name: string;
    title: string;
    quantity: number;
    /** Decimal amount. */
    monthly: string;
  }>;
  rateCard: {
    title: string;
    /** Day of the prices. */
    asOf?: string;
  };
  /** Where it shares what its rate card names as shared. */
  shared?: {
    /** Decimal amount. */
    monthly: string;
    /** Titles of what is shared. */
    items: string[];
  };
}

/** Why there is no estimate. @public */
export interface MissingEstimate {
  /**
   * `no-set`: the template names no set of the rate card; `unanswered`: the
   * cost backend refuses or cannot be reached.
   */
  missing: 'no-set' | 'unanswered';
  /** What the cost backend said, where it did. */
  message?: string;
}

/** What the renderer made of the answers. @public */
export interface PreviewService {
  name: string;
  promise: PlannedService['promise'];
  alerts: PlannedService['alerts'];
  repositoryUrl: string;
}

/** Answer of `POST /preview`. @public */
export interface ServicePreview {
  /** What is wrong with answers; a placeholder stands for each of them. */
  findings: AnswerFinding[];
  /** Parameters for which a placeholder stands: not answered yet, or wrong. */
  placeholders: string[];
  /** Missing where nothing could be rendered: then `findings` say why. */
  service?: PreviewService;
  /** Of the whole repository, in the order of their paths. */
  files: PreviewFile[];
  documents: {
    objectives: PreviewDocument[];
    alerts: PreviewDocument[];
  };
  dependencies: PreviewDependency[];
  estimate: PreviewEstimate | MissingEstimate;
}
