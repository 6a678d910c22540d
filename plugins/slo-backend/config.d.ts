import type { HumanDuration } from '@backstage/types';

export interface Config {
  slo?: {
    /**
     * Where objectives are measured. The key is what documents write as
     * `metricSourceRef`; `prometheus` is taken where they write none.
     */
    sources?: {
      [name: string]: {
        /**
         * `prometheus`: any server that speaks the query API of Prometheus
         * (Prometheus 2 and 3, Thanos, Mimir, VictoriaMetrics). Modules may
         * bring other types, which read other keys.
         */
        type: string;
        /**
         * Root of the Prometheus API without `/api/v1`, for instance
         * `http://prometheus:9090` or `https://mimir.example.com/prometheus`.
         * Redirects are not followed.
         */
        baseUrl?: string;
        /** Credentials that are sent with every request. */
        auth?: {
          /** `basic` or `bearer`. */
          type: 'basic' | 'bearer';
          /** For `basic`. */
          username?: string;
          /**
           * For `basic`.
           * @visibility secret
           */
          password?: string;
          /**
           * For `bearer`.
           * @visibility secret
           */
          token?: string;
        };
        /**
         * Headers that are sent with every request, for instance the tenant:
         * `X-Scope-OrgID: shop`.
         * @deepVisibility secret
         */
        headers?: { [header: string]: string };
        /** How long the server may work on a query: 1s to 120s, 30s by default. */
        timeout?: HumanDuration | string;
        /**
         * Time between two samples of a series: 1s to 300s, 60s by default. A
         * threshold metric counts one sample at each such step.
         */
        scrapeInterval?: HumanDuration | string;
        /**
         * Matchers that every selector of every query gets, by label:
         * `tenant: shop`. A query that asks for another value is refused.
         */
        enforcedMatchers?: { [label: string]: string };
        /**
         * Whether the newest numbers are read from the series that the rules
         * of `GET /api/slo/rules` have recorded, wherever this server evaluates
         * them: the whole fleet with a constant number of queries. `auto` by
         * default; `off` measures every objective by its own queries, exactly.
         */
        recordedRules?: 'auto' | 'off';
        /** What Thanos is told with every query; other servers ignore it. */
        thanos?: {
          /** Whether replicas of one series are told as one; true by default. */
          dedup?: boolean;
          /**
           * Whether an answer may lack what some store did not answer. False by
           * default: then the source is down, rather than the numbers too small.
           */
          partialResponse?: boolean;
          /**
           * Coarsest samples that may be read. `0s` by default: raw ones alone.
           * `5m` and `1h` reach history of which nothing finer is kept.
           */
          maxSourceResolution?: '0s' | '5m' | '1h' | 'auto';
        };
        /**
         * SLOs that other tools keep by rules in this Prometheus. They are shown
         * as objectives, to be read only.
         */
        existingRules?: {
          /** Sloth's rules. False by default, as are the others. */
          sloth?: boolean;
          /** Pyrra with its generic rules (`--generic-rules`). */
          pyrra?: boolean;
          /** Grafana SLO, where its series are written to. */
          grafana?: boolean;
          /**
           * Label that names the service: a component's name or an entity ref.
           * By default `sloth_service` or `service` of Sloth, `service` of
           * Pyrra, `grafana_slo_service`, `service_name` or `service` of Grafana.
           */
          serviceLabel?: string;
          /** Namespace in which plain names are components; `default`. */
          namespace?: string;
          /** Which service the SLOs with a value of a label measure. */
          services?: Array<{
            /** Any of the labels above where it is left out. */
            label?: string;
            value: string;
            /** For instance `component:default/checkout`. */
            entityRef: string;
          }>;
          /**
           * Labels that tell SLOs apart beside the tool's own id, for instance
           * `cluster` where several clusters record the same ids.
           */
          identityLabels?: string[];
          /**
           * How long an objective stays whose series are not found any more, at
           * least 10 minutes; a day by default. Nothing is removed while the
           * source does not answer.
           */
          removeAfter?: HumanDuration | string;
        };
      };
    };
    /**
     * IANA zone, for instance `Europe/Warsaw`, that days and months are cut in
     * where an objective names none. UTC by default.
     */
    timeZone?: string;
    /** How history is read when an objective is new or a source was away. */
    backfill?: {
      /**
       * Queries a second that history may cost each source, on average, over
       * all replicas. 5 by default.
       */
      queriesPerSecond?: number;
    };
    /** What each objective did, minute by minute. */
    ledger?: {
      /**
       * Days that it is kept, at least 60. 1830, five years, by default. An
       * objective with a longer window keeps what that needs.
       */
      keepDays?: number;
      /**
       * Days that the ledger of an objective is kept after its document went,
       * in case it comes back. 30 by default.
       */
      keepRemovedDays?: number;
    };
    /**
     * Backstage notifications to the owners of services: how much of an error
     * budget is spent, and that data have stopped. Each is told once.
     */
    notifications?: {
      /** True by default. */
      enabled?: boolean;
      /**
       * Shares of the error budget at whose consumption owners are told, above 0
       * and up to 1: [0.5, 0.8, 1] by default. Where several are passed at once,
       * the highest is told.
       */
      thresholds?: number[];
      /**
       * Time without data after which they have stopped, 5 minutes or more; 30
       * minutes by default. Series that are missing while their source answers
       * count as missing after half an hour, however short this is.
       */
      dataStopsAfter?: HumanDuration | string;
      /**
       * What stands when an objective is watched for the first time, for
       * instance on the day on which notifications are turned on: `quiet`, the
       * default, tells of what comes after; `tell` tells of what stands, too.
       */
      existing?: 'quiet' | 'tell';
    };
    /**
     * When releases are held back, as `GET /api/slo/gate` says it. Missing data
     * warns, whatever stands here, and never blocks.
     */
    gate?: {
      /** What an exhausted error budget means; `block` by default. */
      whenExhausted?: 'allow' | 'warn' | 'block';
      /** Percent of the budget: with less left, a warning. 20 by default. */
      warnBelowPercent?: number;
      /**
       * Whether a service may say otherwise by the annotation
       * `plimsoll.dev/slo-gate`. True by default.
       */
      overridable?: boolean;
      /** Days that decisions are kept, 400 by default. */
      keepDecisionsDays?: number;
    };
  };
}
