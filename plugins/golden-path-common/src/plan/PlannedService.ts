import type { ServiceParameters } from '../parameters/serviceParameters';
import type { Platform } from '../platform/platform';
import type { PlannedRepository } from '../repository/planRepository';
import type { DataStore, Stack } from '../stack/stacks';

/** One limit of response times. @public */
export interface PlannedLatency {
  ms: ServiceParameters['latencyP95Ms'];
  /** Decimal, as a bucket of a histogram is named: '0.5'. */
  seconds: string;
}

/** What a service promises over 30 days. @public */
export interface PlannedPromise {
  availability: {
    /** 99.9 */
    percent: number;
    /** Decimal of 0..1: '0.999'. */
    target: string;
    /** Minutes in 30 days in which everything may fail. */
    budgetMinutes: number;
  };
  /** Of all requests, how many may fail. */
  errors: {
    percent: number;
    /** Decimal of 0..1: '0.01'. */
    ratio: string;
    /** The rest of 1: '0.99'. */
    target: string;
  };
  latency: { p95: PlannedLatency; p99: PlannedLatency };
}

/** An entity of the catalog. @public */
export interface PlannedRef {
  /** 'group:default/loyalty' */
  ref: string;
  /** 'loyalty' */
  name: string;
}

/**
 * Everything that a new service is, worked out once: the layers of the
 * templates only write it down. Ratios are decimals as text, so that they are
 * the same in every language of a repository.
 *
 * @public
 */
export interface PlannedService {
  stack: Stack;
  /** In Kubernetes (its namespace too), metrics, image and catalog. */
  name: string;
  /** 'Gift cards' */
  title: string;
  /** One line; may hold quotes and colons: escape it wherever it stands. */
  description: string;
  /** Python package: 'gift_cards'. */
  module: string;
  /** 'com.shopkart.giftcards' */
  javaPackage: string;
  /** 'component:default/gift-cards' */
  entityRef: string;
  owner: PlannedRef;
  system: PlannedRef;
  tier: ServiceParameters['tier'];
  lifecycle: ServiceParameters['lifecycle'];
  /** Refs of components. */
  dependsOn: string[];
  dataStore: DataStore;
  promise: PlannedPromise;
  canary: {
    /** Percent of the traffic, one step after the other. */
    weights: number[];
    /** Decimal of 0..1; the promise of errors. */
    maxErrorRatio: string;
    /** Times the latency of the version before. */
    maxLatencyGrowth: string;
  };
  scaling: { minReplicas: number; maxReplicas: number };
  loadTest: { users: number; minutes: number };
  /** Where alerts go, and what they link to. */
  alerts: {
    /** Id of the service in PagerDuty, or nothing: ''. */
    pagerdutyService: string;
    slackChannel: string;
    email: string;
    runbookUrl: string;
    /** The page of the service in the portal. */
    portalUrl: string;
  };
  pipeline: ServiceParameters['pipeline'];
  strategy: ServiceParameters['strategy'];
  terraform: boolean;
  chaos: boolean;
  repository: PlannedRepository;
  image: {
    registry: string;
    /** 'registry.shopkart.example/gift-cards' */
    repository: string;
  };
  platform: Omit<Platform, 'registry'>;
  template: {
    /** Name of the Template entity. */
    name: string;
    /** Semantic version. */
    version: string;
  };
}
