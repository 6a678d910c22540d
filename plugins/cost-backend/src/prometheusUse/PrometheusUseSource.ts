import { parseEntityRef } from '@backstage/catalog-model';
import { unreadBuckets, unusedVolumes } from '@plimsoll/plugin-cost-common';
import type {
  ContainerUse,
  IdleResource,
  UseEvidenceSource,
} from '@plimsoll/plugin-cost-node';
import type {
  LabelMatcher,
  PrometheusApi,
  Series,
} from '@plimsoll/prometheus-client';
import { type BucketQuery, bucketQueries } from './bucketQueries';
import { foldBuckets } from './foldBuckets';
import { foldContainers, type UseAnswers } from './foldContainers';
import { foldVolumes } from './foldVolumes';
import { podQuery, type UseQuery, useQueries } from './UseQueries';
import { volumeQueries } from './volumeQueries';

/** Questions without which there is no evidence; the others only help. */
const NEEDED: readonly UseQuery[] = ['cpuP95', 'points', 'cpuRequest'];

/** @see PrometheusUseSource */
export interface PrometheusUseSourceOptions {
  name: string;
  api: Pick<PrometheusApi, 'query'>;
  /** Label of pods that names services, as kube-state-metrics has it. */
  label: string;
  days: number;
  enforced: readonly LabelMatcher[];
  cluster?: string;
  /** Seconds over which CloudWatch's exporter has requests summed. */
  cloudWatchPeriodSeconds: number;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/**
 * What containers ask for and use, from the metrics that cAdvisor and
 * kube-state-metrics export (`--metric-labels-allowlist=pods=[...]`).
 */
export class PrometheusUseSource implements UseEvidenceSource {
  readonly name: string;
  readonly #options: PrometheusUseSourceOptions;

  static create(options: PrometheusUseSourceOptions): PrometheusUseSource {
    return new PrometheusUseSource(options);
  }

  private constructor(options: PrometheusUseSourceOptions) {
    this.name = options.name;
    this.#options = options;
  }

  async readContainers(options: {
    entityRefs: string[];
    signal: AbortSignal;
  }): Promise<ContainerUse[]> {
    const { label, cluster } = this.#options;
    const { signal } = options;
    const refs = new Map(
      options.entityRefs.map(ref => [parseEntityRef(ref).name, ref]),
    );
    const pods = (await this.#query(podQuery(this.#options), signal)).filter(
      ({ labels }) => refs.has(labels[label] ?? ''),
    );
    const containers: ContainerUse[] = [];
    // A namespace at a time: the questions are heavy, and only these matter.
    for (const namespace of new Set(pods.map(pod => pod.labels.namespace))) {
      const answers = await this.#ask({ namespace: namespace ?? '', signal });
      containers.push(
        ...foldContainers({
          answers: {
            ...answers,
            pods: pods.filter(pod => pod.labels.namespace === namespace),
          },
          label,
          refs,
          cluster,
        }),
      );
    }
    return containers;
  }

  /**
   * Volumes that no claim has, and buckets that nobody reads. Load balancers
   * are known from the bill.
   */
  async readIdleResources(options: {
    signal: AbortSignal;
  }): Promise<IdleResource[]> {
    const { signal } = options;
    return [
      ...(await this.#unusedVolumes(signal)),
      ...(await this.#unreadBuckets(signal)),
    ];
  }

  async #unusedVolumes(signal: AbortSignal): Promise<IdleResource[]> {
    const queries = volumeQueries(this.#options);
    const unclaimed = await this.#query(queries.unclaimed, signal);
    if (unclaimed.length === 0) {
      return [];
    }
    return unusedVolumes(
      foldVolumes({
        unclaimed,
        handles: await this.#query(queries.handles, signal),
        unclaimedHours: await this.#query(queries.unclaimedHours, signal),
        secondsSinceClaim: await this.#query(queries.secondsSinceClaim, signal),
      }),
    );
  }

  async #unreadBuckets(signal: AbortSignal): Promise<IdleResource[]> {
    const { cloudWatchPeriodSeconds: periodSeconds } = this.#options;
    const queries = bucketQueries({ ...this.#options, periodSeconds });
    const answers: Partial<Record<BucketQuery, Series[]>> = {};
    for (const [name, query] of Object.entries(queries)) {
      const series = await this.#query(query, signal);
      if (series.length === 0) {
        // Most servers know of no buckets, or not of their requests.
        return [];
      }
      answers[name as BucketQuery] = series;
    }
    return unreadBuckets(
      foldBuckets({
        answers: answers as Record<BucketQuery, Series[]>,
        periodSeconds,
      }),
    );
  }

  async #ask(options: {
    namespace: string;
    signal: AbortSignal;
  }): Promise<UseAnswers> {
    const { namespace, signal } = options;
    const queries = useQueries({ ...this.#options, namespace });
    const answers = { pods: [] } as unknown as UseAnswers;
    // One after the other: none of them is urgent.
    for (const [name, query] of Object.entries(queries)) {
      const of = name as UseQuery;
      try {
        answers[of] = await this.#query(query, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (NEEDED.includes(of)) {
          throw error;
        }
        answers[of] = [];
      }
    }
    return answers;
  }

  async #query(query: string, signal: AbortSignal): Promise<Series[]> {
    const { api, now = Date.now } = this.#options;
    return api.query({ query, time: Math.floor(now() / 1000), signal });
  }
}
