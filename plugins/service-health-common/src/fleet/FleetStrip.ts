import type { SloState } from '@plimsoll/plugin-slo-common';
import type { OpenIncident } from '../lenses/StabilityLens';
import type { LensFreshnesses } from '../lenses/LensFreshness';

/** Money of one currency; nothing is added over currencies. @public */
export interface FleetMoney {
  currency: string;
  /** Services that are charged in it. */
  services: number;
  /** Decimal texts: month to date, and what the month is expected to be. */
  monthToDate: string;
  /** Absent where no service has a forecast. */
  forecast?: string;
  /** Services that the forecast is of. */
  forecastServices: number;
  /** A month. Absent where no service has a saving. */
  saving?: string;
  /** Services with something to save. */
  savingServices: number;
}

/**
 * `GET /services/strip`: the fleet in a few numbers, of what the caller may
 * see. A part whose lens never answered, or is hidden, is absent.
 *
 * @public
 */
export interface FleetStrip {
  services: number;
  reliability?: {
    /** Services by the state of their worst objective. */
    states: Record<SloState, number>;
    burning: number;
    exhausted: number;
    /** `unknown`, `no-data`, `insufficient` or `warming-up`. */
    withoutNumber: number;
    withoutObjective: number;
  };
  stability?: {
    incidentsOpen: number;
    /** Services that have one. */
    servicesWithIncident: number;
    /** The one that is open longest. */
    oldestIncident?: OpenIncident & { entityRef: string; serviceTitle: string };
    changeFailureRate: {
      days: 90;
      /** Deployments that failed, of those judged. */
      events: number;
      sampleSize: number;
      /** Not judged yet. */
      pending: number;
      /** Share, 0..1. Absent under five deployments. */
      value?: number;
      /** Where the true share lies, with a confidence of 95 % (Wilson). */
      interval?: { low: number; high: number };
    };
  };
  /** By currency, the portal's own first. */
  cost?: FleetMoney[];
  /** Values that the filters may take; at most 1,000 each. */
  facets: {
    owners: string[];
    systems: string[];
    lifecycles: string[];
    tiers: string[];
  };
  lenses: LensFreshnesses;
}
