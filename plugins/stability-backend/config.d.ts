import type { HumanDuration } from '@backstage/types';

/**
 * Secrets of one door. Each needs 16 characters or more; several may be good at
 * the same time, so that they can be changed without a gap.
 */
interface DoorConfig {
  /** @deepVisibility secret */
  secrets?: string[];
}

export interface Config {
  stability?: {
    /**
     * Doors for the tools that send webhooks, `POST
     * /api/stability/webhooks/<source>`. One without a secret stays closed.
     */
    webhooks?: {
      /** Signs with `X-Hub-Signature-256`. */
      github?: DoorConfig & {
        /** Workflows that deploy, where GitHub's deployments are not used. */
        workflows?: Array<{
          /** Its name, or its path: `.github/workflows/deploy.yaml`. */
          workflow: string;
          environment: string;
          /** `shop/checkout`; any repository by default. */
          repository?: string;
          /** Ref or name of the service, where a repository has several. */
          service?: string;
        }>;
        /**
         * GitHub never sends again what it could not deliver: with this, the
         * list of deliveries of the App is read every five minutes and what is
         * missing is fetched.
         */
        catchUp?: {
          /** An App of `integrations.github`. */
          appId: number;
        };
      };
      /** Sends the secret as `X-Gitlab-Token`. */
      gitlab?: DoorConfig;
      /** Sends the secret as `Authorization: Bearer`. */
      argocd?: DoorConfig;
      /** Sends the secret as `Authorization: Bearer`. */
      'argo-rollouts'?: DoorConfig;
      /** Sends the secret as `Authorization: Bearer`. */
      jenkins?: DoorConfig;
      /** Sends a secret as `Authorization: Bearer`, or a user and password. */
      alertmanager?: DoorConfig & {
        basic?: Array<{
          username: string;
          /** @visibility secret */
          password: string;
        }>;
        /**
         * Values of the label `severity` that make an alert an incident:
         * `critical` and `page` by default. The label `incident="true"` always
         * does.
         */
        severities?: string[];
        /** Alerts that are equal in these labels are one incident. */
        incidentLabels?: string[];
        /**
         * `repeat_interval` of the route, 4 hours by default: an alert that was
         * not repeated for twice as long is presumed to have ended.
         */
        repeatInterval?: HumanDuration | string;
        /**
         * Alertmanagers that are asked every minute which alerts still fire, so
         * that a lost end is noticed. Members of one cluster are named each.
         */
        apis?: Array<{
          /** Without `/api/v2`: `http://alertmanager:9093`. */
          url: string;
          /** @visibility secret */
          token?: string;
          username?: string;
          /** @visibility secret */
          password?: string;
        }>;
      };
      /** Signs with `X-PagerDuty-Signature`. */
      pagerduty?: DoorConfig;
    };
    /** What was delivered, as it came. */
    inbox?: {
      /** Days that it is kept: 30 or more, 90 by default. */
      keepDays?: number;
    };
    /**
     * Finds deployments in the clusters of the Kubernetes plugin, without any
     * change to a pipeline.
     */
    kubernetes?: {
      /** False by default. */
      enabled?: boolean;
      /** Seconds between two polls, 10 to 300: 15 by default. */
      everySeconds?: number;
      /** Which clusters are asked; all by default. */
      clusters?: Array<{
        /** As the Kubernetes plugin calls it. */
        name: string;
        /**
         * Environment of workloads without the label
         * `plimsoll.dev/environment` or `environment`; their namespace by
         * default.
         */
        environment?: string;
      }>;
    };
    /** Where services run. */
    environments?: {
      /**
       * Environments whose deployments and incidents count in the metrics of
       * production: names, or patterns with `*`. `production`, `prod` and
       * `prod-*` by default.
       */
      production?: string[];
      /**
       * What senders call one environment, under the name that it is shown by:
       * `{ production: [prod, live] }`. Case never matters. A pattern with `*`
       * names parts of it, such as regions, which become its targets. A name
       * that patterns of several environments fit stays by itself.
       * `{ production: [prod, prod-*], staging: [stage] }` by default.
       */
      aliases?: { [name: string]: string[] };
    };
    /** How deployments are grouped and judged. */
    rules?: {
      /** How long a deployment may still fail. 24 hours by default. */
      verdictWindow?: HumanDuration | string;
      /**
       * Runs of one version in one environment that start this close together
       * are one deployment. 2 hours by default.
       */
      batchGap?: HumanDuration | string;
      /** An alert that comes back this soon is the same incident. 10 minutes. */
      reopenGap?: HumanDuration | string;
      /**
       * A canary that was stopped below this share of the traffic, 0 to 1, did
       * no harm: it is `prevented`, not `failed`, unless it burned error
       * budget of the users that it had. 0.5 by default.
       */
      preventedBelowTraffic?: number;
      /**
       * Share of an error budget, 0 to 1, whose burning speaks against the
       * deployment that was live. 0.02 by default.
       */
      burnedShare?: number;
    };
    /** What the metrics should be; none by default. */
    targets?: {
      /** Deployments a week, or more. */
      'deployment-frequency'?: number;
      'change-lead-time'?: HumanDuration | string;
      /** Share from 0 to 1: 0.08 for 8 %. */
      'change-failure-rate'?: number;
      'failed-deployment-recovery-time'?: HumanDuration | string;
      /** Share from 0 to 1. */
      'rework-rate'?: number;
      'rollback-time'?: HumanDuration | string;
      'time-to-acknowledge'?: HumanDuration | string;
      'time-to-recover'?: HumanDuration | string;
      'prevented-failures'?: number;
    };
    /**
     * Sorts figures into the bands of a report, which are shown with its year.
     * None by default: a team's own trend and target say more.
     */
    bands?: 'dora-2023' | 'dora-2021';
    /** The deployments and incidents are made up, and every answer says so. */
    demo?: boolean;
  };
}
