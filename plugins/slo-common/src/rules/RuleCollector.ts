import { stringifyObjectiveKey } from '../objective/ObjectiveKey';
import type { ObjectiveDefinition } from '../objective/ObjectiveDefinition';
import { atPlace } from '../openslo/IndicatorPlace';
import { pairAlerts } from './alerts/pairAlerts';
import { pairNotices } from './alerts/pairNotices';
import { policyAlerts } from './alerts/policyAlerts';
import type { GeneratedRules, RuleOptions } from './generateRules';
import type { RuleGroup } from './Rule';
import type { RuleNotice } from './RuleNotice';
import type { RuleObjective } from './RuleObjective';
import { DEFAULT_RULE_SETTINGS } from './RuleSettings';
import { fleetRules } from './series/fleetRules';
import { objectiveRules } from './series/objectiveRules';
import { RefusedQueryError } from './series/readQuery';

/** What one objective became. */
interface Made {
  series: RuleGroup[];
  alerts: RuleGroup[];
  notices: RuleNotice[];
}

/**
 * Makes rules an objective at a time, so that a large fleet can be worked off
 * in turns with others.
 *
 * @public
 */
export class RuleCollector {
  readonly #options: RuleOptions;
  readonly #made = new Map<string, Made>();
  readonly #taken = new Set<string>();
  readonly #notices: RuleNotice[] = [];
  readonly #sources: Set<string>;

  static create(options: RuleOptions): RuleCollector {
    return new RuleCollector(options);
  }

  private constructor(options: RuleOptions) {
    this.#options = options;
    this.#sources = new Set(options.knownSources);
  }

  /** Whether rules for this metrics source are asked for. */
  wants(source: string): boolean {
    return (this.#options.source ?? source) === source;
  }

  /** Makes the rules of one objective; not of another source's. */
  add(objective: RuleObjective): void {
    const { definition } = objective;
    if (!this.wants(definition.source)) {
      return;
    }
    this.#sources.add(definition.source);
    const name = stringifyObjectiveKey(definition);
    if (this.#made.has(name)) {
      this.#taken.add(name);
    } else if (this.#options.part !== 'fleet') {
      this.#made.set(name, this.#make(objective, name));
    }
  }

  /** Keeps what has to be said of an objective that became no rule. */
  refuse(notice: RuleNotice): void {
    this.#notices.push(notice);
  }

  /**
   * All groups, by name. The burn rates of the fleet stand between the base
   * series and the alerts that read them, so that one evaluation in the file's
   * order needs no second one.
   */
  result(): GeneratedRules {
    const made = Array.from(this.#made)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, one]) => one);
    return {
      groups: [
        ...made.flatMap(({ series }) => series),
        ...(this.#options.part === 'objectives' ? [] : fleetRules()),
        ...made.flatMap(({ alerts }) => alerts),
      ],
      notices: [
        ...this.#sourceNotices(),
        ...this.#notices.toSorted((a, b) => (a.subject < b.subject ? -1 : 1)),
        ...made.flatMap(({ notices }) => notices),
        ...Array.from(this.#taken).sort().map(nameIsTaken),
      ],
    };
  }

  /** In one Prometheus the series of the others are missing. */
  #sourceNotices(): RuleNotice[] {
    const names = Array.from(this.#sources).sort();
    return this.#options.part === 'fleet' ||
      this.#options.source !== undefined ||
      names.length < 2
      ? []
      : [
          {
            about: 'source',
            subject: 'all rules',
            path: 'metricSourceRef',
            message: `rules for several metrics sources (${names.join(
              ', ',
            )}) stand together here, and a Prometheus that lacks the series of another says that there is no data; ask for one source at a time`,
          },
        ];
  }

  #make(objective: RuleObjective, name: string): Made {
    const { portalUrl, settingsOf } = this.#options;
    const { definition, place } = objective;
    const settings = settingsOf
      ? settingsOf(definition.source)
      : DEFAULT_RULE_SETTINGS;
    try {
      if (!settings) {
        throw unknownSource(definition);
      }
      const series = objectiveRules(definition, settings);
      const own = policyAlerts({ objective, portalUrl });
      const alerts = [...pairAlerts({ objective, portalUrl }), ...own.alerts];
      return {
        series: [{ name: `${name} series`, rules: series }],
        alerts: alerts.length
          ? [{ name: `${name} alerts`, rules: alerts }]
          : [],
        notices: [...pairNotices(definition), ...own.notices],
      };
    } catch (error) {
      if (!(error instanceof RefusedQueryError)) {
        throw error;
      }
      const fault = atPlace(error.fault, place);
      return {
        series: [],
        alerts: [],
        notices: [{ about: 'objective', subject: name, ...fault }],
      };
    }
  }
}

function unknownSource({
  indicator,
  source,
}: ObjectiveDefinition): RefusedQueryError {
  const metric =
    indicator.kind === 'threshold'
      ? 'thresholdMetric'
      : `ratioMetric.${indicator.kind === 'raw' ? 'raw' : 'total'}`;
  return new RefusedQueryError({
    path: `spec.indicator.spec.${metric}.metricSource.metricSourceRef`,
    message: `names '${source}', which is no Prometheus of slo.sources in app-config, so that nobody knows what its rules must carry; name one that is`,
  });
}

function nameIsTaken(subject: string): RuleNotice {
  return {
    about: 'objective',
    subject,
    path: 'metadata.name',
    message:
      'is the name of two documents, of which only one became rules; give each a name of its own',
  };
}
