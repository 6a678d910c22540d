import type { SloCorrection } from '../corrections/SloCorrection';
import type { Fault } from '../objective/ObjectiveDefinition';
import type { ExistingRules } from '../objective/RuleOrigin';
import type { ObjectiveStatus } from '../status/ObjectiveStatus';
import type { SloState } from '../status/SloState';

/** How lists of the SLO API are paged. @public */
export interface Page<T> {
  items: T[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
}

/** Orders that `GET /api/slo/objectives` knows. @public */
export const OBJECTIVE_SORTS = [
  'worst',
  'budget',
  '-budget',
  'burn',
  '-burn',
  'name',
  '-name',
] as const;

/** @public */
export type ObjectiveSort = (typeof OBJECTIVE_SORTS)[number];

/** Query of `GET /api/slo/objectives`. @public */
export interface ListObjectivesRequest {
  entityRef?: string;
  owner?: string;
  system?: string;
  /** Ref of a System, Domain or Group: of all that it stands for. */
  within?: string;
  state?: SloState | SloState[];
  /** `ratio`, `raw` or `threshold`. */
  kind?: string;
  /** Free text over names and the service. */
  q?: string;
  sort?: ObjectiveSort;
  /** 1..100, 25 by default. */
  limit?: number;
  cursor?: string;
}

/**
 * Answer of `GET /api/slo/objectives`. Counts and totals see what the caller
 * may see, no more.
 *
 * @public
 */
export interface ObjectivePage extends Page<ObjectiveStatus> {
  /** Objectives by state under the same filters, the state filter left out. */
  stateCounts: Record<SloState, number>;
  /** Values that the filters may take. */
  facets: { owners: string[]; systems: string[] };
  /** Documents that share one name, so that only one of them is measured. */
  conflicts: DocumentConflict[];
  /** All names that several documents claim; `conflicts` has the first 100. */
  totalConflicts: number;
  /**
   * Documents that the catalog refuses. What was right before is measured
   * still, what never was is not. Only for who may see everything.
   */
  refusedDocuments: RefusedDocument[];
  /** All refused documents; `refusedDocuments` has the first 100. */
  totalRefusedDocuments: number;
  /**
   * What became of the rules of other tools. Only for who may see everything,
   * and where a source is told to look for them.
   */
  existingRules?: ExistingRules;
  sources: SourceStatus[];
}

/** Two documents with one name. @public */
export interface DocumentConflict {
  /** Ref that both claim, for instance `slo:default/checkout-availability`. */
  entityRef: string;
  /** Where the document that is measured comes from. */
  kept: string;
  /** Where the documents that are not measured come from. */
  ignored: string[];
  /** ISO instant when it was last seen. */
  seenAt: string;
}

/** A document, or a whole file, that the catalog refuses. @public */
export interface RefusedDocument {
  /** Ref of the document; a file that cannot be read at all has none. */
  ref?: string;
  /** Location ref of the file, for instance `url:https://...`. */
  location?: string;
  /** What is wrong, with the place in the document where it is known. */
  errors: Array<{ path?: string; message: string }>;
  /** ISO instant when the catalog last said so. */
  seenAt: string;
}

/** Health of one metrics source; no URL and no credential. @public */
export interface SourceStatus {
  name: string;
  type: string;
  demo: boolean;
  up: boolean;
  /** ISO instant of the last answer. */
  lastAnswerAt?: string;
  /** ISO instant of the first failure since then; absent while it is up. */
  downSince?: string;
  /** What went wrong last, without internal addresses. */
  error?: string;
}

/** `GET /api/slo/objectives/{namespace}/{name}/{objective}`. @public */
export interface ObjectiveDetail extends ObjectiveStatus {
  /** The OpenSLO document, as the catalog holds it. */
  document: Record<string, unknown>;
  /** Where the document was read from (the catalog's source location). */
  location?: string;
  sourceStatus?: SourceStatus;
  /** The last twelve calendar months and the current one, oldest first. */
  months: CalendarMonth[];
  /** Zone that the months are cut in. */
  timeZone: string;
}

/** One bar of the strip of calendar months. @public */
export interface CalendarMonth {
  /** ISO instants, `from` inclusive, `to` exclusive. */
  from: string;
  to: string;
  remaining?: number;
  bad?: number;
  total?: number;
  /** Share of the (elapsed) month that was measured, 0..1. */
  coverage: number;
  /** The month is not over. */
  current: boolean;
  /** Where corrections reach into the month: seconds that they exclude. */
  excludedSeconds?: number;
  /** The same budget of all that was measured, nothing excluded. */
  rawRemaining?: number;
}

/** How each point of a history looks back. @public */
export type HistoryView = 'rolling' | 'calendar';

/** Query of `.../history`. Instants are ISO, `step` is in seconds. @public */
export interface HistoryRequest {
  from: string;
  to: string;
  step?: number;
  view?: HistoryView;
}

/** `.../history`: lines on one time axis. @public */
export interface ObjectiveHistory {
  from: string;
  to: string;
  /** Seconds between points. */
  step: number;
  view: HistoryView;
  /** Ordered; a stretch that was not measured has `coverage` 0 and no values. */
  points: HistoryPoint[];
  /** Stretches without data. */
  gaps: Array<{
    from: string;
    to: string;
    reason: 'source-down' | 'series-absent' | 'not-measured-yet';
  }>;
  /** Corrections that hold and reach into the range, oldest first. */
  corrections?: SloCorrection[];
}

/** @public */
export interface HistoryPoint {
  /** ISO instant of the point; it speaks for the step that ends here. */
  at: string;
  /** Budget left at this instant, over the window that ends here. */
  remaining?: number;
  /** Calendar windows only: against the expected volume of the whole window. */
  projectedRemaining?: number;
  /** `1 - bad / total` within the step. */
  sli?: number;
  /** Of the fastest hour that ended within the step. */
  burnRate?: number;
  bad: number;
  total: number;
  /** Share of the step that was measured, 0..1; excluded time left out. */
  coverage: number;
  /** Seconds of the step that corrections exclude; absent without any. */
  excludedSeconds?: number;
  /** `remaining` of all that was measured, where corrections change it. */
  rawRemaining?: number;
  /** `projectedRemaining` of all that was measured, likewise. */
  rawProjectedRemaining?: number;
}

/** `.../explain`: every number with its ground. @public */
export interface Explanation {
  /** ISO instant when this was computed. */
  readAt: string;
  figures: ExplainedFigure[];
  /** What the ledger and the source were asked. */
  read: {
    source: string;
    sourceType: string;
    /** Milliseconds that the source took for the last read. */
    durationMs?: number;
    evaluatedAt?: string;
    dataUpTo?: string;
    windowFrom: string;
    windowTo: string;
    /** Without what corrections exclude, as the next. */
    measuredSeconds: number;
    windowSeconds: number;
    gaps: ObjectiveHistory['gaps'];
    /** Corrections that hold and reach into the window, oldest first. */
    corrections?: SloCorrection[];
  };
  /** The stretches that spent most, largest first, as share of the budget. */
  spent: Array<{ from: string; to: string; bad: number; share: number }>;
  queries: ExplainedQuery[];
  /** Things a reader must know, as keys of the front end's translations. */
  notes: Array<{ code: string; params?: Record<string, string | number> }>;
  faults: Fault[];
}

/** One number: how it is computed, and from what. @public */
export interface ExplainedFigure {
  /** `budget.remaining`, `sli`, `burnRate.1h`, `coverage`, `forecast`, ... */
  id: string;
  value?: number;
  /** The formula in symbols: `left = 1 - bad / ((1 - target) * total)`. */
  formula: string;
  /** The formula with its numbers, a line per step. */
  steps: string[];
  inputs: Array<{ name: string; value: number | string; unit?: string }>;
  /** Stretch that the inputs cover, ISO instants. */
  from?: string;
  to?: string;
}

/** A query as the source sends it. @public */
export interface ExplainedQuery {
  /** What it reads: `bad`, `good`, `total`, `value`. */
  name: string;
  language: string;
  text: string;
  /** Key of a sentence of the front end that says what is special. */
  note?: string;
  /** All such keys, the most important first; `note` is the first of them. */
  notes?: string[];
}

/** `GET /api/slo/volume`. @public */
export interface VolumeResponse {
  entityRef: string;
  /** Zone that the days are cut in. */
  timeZone: string;
  /** The objective whose events these are; absent where there is none. */
  objective?: { ref: string; objective: string; displayName: string };
  days: Array<{
    /** `YYYY-MM-DD` in `timeZone`. */
    date: string;
    bad: number;
    total: number;
    /** Share of the day that was measured, 0..1. */
    coverage: number;
  }>;
}

/** One service in `GET /api/slo/summary?since=&cursor=`. @public */
export interface ServiceSloSummary {
  entityRef: string;
  /** ISO instant of the last change of this row. */
  changedAt: string;
  objectives: number;
  stateCounts: Partial<Record<SloState, number>>;
  /** The worst objective. */
  worst?: ObjectiveStatus;
}
