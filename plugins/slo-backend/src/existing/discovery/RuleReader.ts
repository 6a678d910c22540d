import {
  type LabelMatcher,
  type PrometheusApi,
  renderMatcher,
  type Series,
} from '@plimsoll/prometheus-client';

/** A newly scraped or recorded value counts as present for this long. */
const PRESENT_RANGE = '1h';

/** All series of one SLO in one answer. */
export interface RecordedSlo {
  /**
   * The tool's id, and behind slashes the values of identity labels that it
   * has. Different SLOs may share it; their keys differ.
   */
  id: string;
  /** Finds the SLO's series, by whatever name. */
  matchers: LabelMatcher[];
  /** On which its series agree. */
  labels: Readonly<Record<string, string>>;
  /** Different values of its series. */
  values: ReadonlySet<number>;
}

/** One SLO while its series are gathered: one set, however many there are. */
interface GatheredSlo extends RecordedSlo {
  values: Set<number>;
}

/** What series are read with. */
export interface RuleReaderOptions {
  api: PrometheusApi;
  /** Carried by every selector. */
  enforcedMatchers: Readonly<Record<string, string>>;
  /** Label that holds the tool's own id of an SLO. */
  idLabel: string;
  /** Labels that tell SLOs apart beside the id. */
  identityLabels: readonly string[];
  /** Unix seconds. */
  at: number;
  signal?: AbortSignal;
}

/** Asks for recorded series of all SLOs of one tool at once, and sorts them. */
export class RuleReader {
  readonly #options: RuleReaderOptions;

  static create(options: RuleReaderOptions): RuleReader {
    return new RuleReader(options);
  }

  private constructor(options: RuleReaderOptions) {
    this.#options = options;
  }

  /** What a metric holds now, by key; one question. */
  async read(metric: string): Promise<Map<string, RecordedSlo>> {
    return this.#sort(await this.#ask(this.#selector(metric)));
  }

  /** Keys of which a metric had a sample within the last hour; one question. */
  async present(metric: string): Promise<Set<string>> {
    const selector = this.#selector(metric);
    return this.#keys(`last_over_time(${selector}[${PRESENT_RANGE}])`);
  }

  /** Keys of which a metric with such a name is there; one question. */
  async presentByName(pattern: string): Promise<Set<string>> {
    return this.#keys(
      this.#selector('', [
        { label: '__name__', operator: '=~', value: pattern },
      ]),
    );
  }

  async #keys(vector: string): Promise<Set<string>> {
    const { idLabel, identityLabels } = this.#options;
    const by = [idLabel, ...identityLabels].join(', ');
    const series = await this.#ask(`count by (${by}) (${vector})`);
    return new Set(this.#sort(series).keys());
  }

  #selector(metric: string, more: LabelMatcher[] = []): string {
    const { enforcedMatchers, idLabel } = this.#options;
    const matchers: LabelMatcher[] = [
      ...more,
      { label: idLabel, operator: '!=', value: '' },
      ...Object.entries(enforcedMatchers).map(([label, value]) => ({
        label,
        operator: '=' as const,
        value,
      })),
    ];
    return `${metric}{${matchers.map(renderMatcher).join(',')}}`;
  }

  async #ask(query: string): Promise<Series[]> {
    const { api, at, signal } = this.#options;
    return api.query({ query, time: at, signal });
  }

  #sort(series: readonly Series[]): Map<string, RecordedSlo> {
    const { idLabel, identityLabels } = this.#options;
    const names = [idLabel, ...identityLabels];
    const slos = new Map<string, GatheredSlo>();
    for (const { labels: all, points } of series) {
      const { __name__: metric, ...labels } = all;
      const identity = names.map(name => labels[name] ?? '');
      // An id may hold a slash, and an identity label may be absent: the
      // readable id alone would not tell these SLOs apart.
      const key = JSON.stringify(identity);
      const known = slos.get(key);
      const slo: GatheredSlo = known ?? {
        id: identity.filter(value => value !== '').join('/'),
        matchers: names.map((name, index) => ({
          label: name,
          operator: '=' as const,
          value: identity[index],
        })),
        labels,
        values: new Set(),
      };
      for (const [, value] of points) {
        slo.values.add(value);
      }
      slo.labels = known ? common(known.labels, labels) : labels;
      slos.set(key, slo);
    }
    return slos;
  }
}

function common(
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(a).filter(([name, value]) => b[name] === value),
  );
}
