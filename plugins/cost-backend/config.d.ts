import type { HumanDuration } from '@backstage/types';

export interface Config {
  cost?: {
    /**
     * The bill is made up, and every page says so. Refused in production.
     */
    demo?: boolean;
    /** ISO 4217: what pages show where nobody asks for another; USD. */
    currency?: string;
    /** Where bills, shares of clusters and evidence of use come from. */
    sources?: {
      [name: string]: {
        /**
         * `focus` (bills as files), `opencost` (shares of a cluster's nodes) or
         * `prometheus` (what pods really use). Modules may bring other types,
         * which read other keys. Those of the demo world (`demo-...`) are left
         * out unless `cost.demo` is set.
         */
        type: string;
        /** For `focus`: folder on this machine with a folder for each month. */
        directory?: string;
        /**
         * For `focus`: address of a file, or of an export's manifest (.json), by
         * `backend.reading.allow`; {month} is 2026-10, {first} and {last} are
         * 20261001 and 20261031.
         */
        url?: string;
        /** For `focus` with {month}: how many months are looked at; 3. */
        months?: number;
        /** For `focus`: how long a file without a manifest must have lain still. */
        settle?: HumanDuration | string;
        /** For `focus`: days at the end of a bill that still grow; 1. */
        settleDays?: number;
        /** For `focus`: what reading one delivery may take. */
        limits?: {
          /** Of a file, uncompressed. */
          megabytes?: number;
          memoryMegabytes?: number;
          spillMegabytes?: number;
          threads?: number;
          seconds?: number;
        };
        /** For `opencost` and `prometheus`: root of the API. */
        baseUrl?: string;
        /** Credentials that are sent with every request. */
        auth?: {
          /** `basic` or `bearer`. */
          type: 'basic' | 'bearer';
          username?: string;
          /** @visibility secret */
          password?: string;
          /** @visibility secret */
          token?: string;
        };
        /**
         * More headers, for instance of a tenant.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        /** How long a request may take, 1 to 120 seconds; 30. */
        timeout?: HumanDuration | string;
        /** For `opencost` and `prometheus`: name of the cluster. */
        cluster?: string;
        /** For `opencost`: ISO 4217 of its prices; USD. */
        currency?: string;
        /**
         * Labels of pods that name services, in the order in which they are
         * tried.
         */
        labels?: string[];
        /** For `prometheus`: days that are looked at, 7 to 30; 14. */
        days?: number;
        /**
         * For `prometheus`: time over which CloudWatch sums the requests of
         * buckets, as its exporter asks for: 1s to 1h, 5m by default.
         */
        cloudWatchPeriod?: HumanDuration | string;
        /** For `prometheus`: conditions that every query carries. */
        enforcedMatchers?: { [label: string]: string };
      };
    };
    /** Names of tags that name services, in the order in which they are tried. */
    tags?: string[];
    /** Which charge is of which category, before what the bill says. */
    categories?: Array<{
      match: { product?: string; serviceCategory?: string };
      to: string;
    }>;
    allocation?: {
      /** The first that matches decides, before tags. `*` is any text. */
      rules?: Array<{
        name: string;
        match: {
          tag?: { key: string; value: string };
          product?: string;
          resourceId?: string;
          subAccount?: string;
        };
        /** Ref of a service, or of a resource that services depend on. */
        to?: string;
        /** Or a pool. */
        pool?: string;
      }>;
      /** What several services share. */
      pools?: {
        [name: string]: {
          key: 'even' | 'cost' | 'requests' | 'weight';
          /** Refs of who shares it; all services by default. */
          members?: string[];
          /** Refs of who does not. */
          except?: string[];
          weights?: Array<{ service: string; weight: number }>;
        };
      };
    };
    /** What else than requests a unit cost is told for. */
    units?: Array<{
      unit: string;
      /** 1000. */
      per?: number;
      /** Service whose requests are as many. */
      entityRef?: string;
      /**
       * Or the objective whose events they are: the SLO's ref, a slash, and the
       * objective's name; slo:default/checkout-orders/accepted.
       */
      objective?: string;
    }>;
    budgets?: {
      /** A month, for services that have none of their own. */
      default?: number | string;
      /** Shares of the budget at which owners are told; 0.5, 0.8, 1. */
      notifyAt?: number[];
    };
    /** What a day must differ by to be an anomaly. */
    anomaly?: {
      absolute?: number | string;
      relative?: number;
      robustZ?: number;
    };
    savings?: {
      /** Of a commitment, below the on-demand price; 0.3. */
      commitmentDiscount?: number;
      /** 12 or 36. */
      termMonths?: number;
      /** Of spot machines, below the on-demand price; 0.5. */
      spotDiscount?: number;
      /** Units of the currency for an hour of a core, and of a GiB. */
      cpuCoreHour?: number;
      memoryGibHour?: number;
      storage?: {
        standardGibMonth?: number;
        infrequentGibMonth?: number;
        retrievalGib?: number;
        transitionPer1000?: number;
      };
      /** How spot machines are told from others; Karpenter's names. */
      spot?: {
        /** Label of nodes; `karpenter.sh/capacity-type`. */
        topologyKey?: string;
        /** Label of pods that names services; `backstage.io/kubernetes-id`. */
        podLabel?: string;
        /** What pods must tolerate to run there. */
        tolerations?: Array<{
          key?: string;
          operator?: string;
          value?: string;
          effect?: string;
        }>;
      };
      /** Ref of the scaffolder's template that opens a change. */
      template?: string;
    };
    /** Prices by which a service is estimated before it exists. */
    rateCard?: {
      title: string;
      /** Day on which the prices were true, '2026-11-01'. */
      asOf?: string;
      /** ISO 4217; `cost.currency`. */
      currency?: string;
      items: Array<{
        name: string;
        title?: string;
        /** A month, for one. */
        unitPrice: number | string;
        category?: string;
      }>;
      /** What a kind of service needs: items and how many. */
      sets?: { [set: string]: { [item: string]: number } };
    };
  };
}
