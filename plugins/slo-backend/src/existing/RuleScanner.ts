import type { LoggerService } from '@backstage/backend-plugin-api';
import type { RefusedRule, RuleScan } from '@plimsoll/plugin-slo-common';
import type { FindObjectivesResult } from '@plimsoll/plugin-slo-node';
import type { ServiceIndex } from '@plimsoll/service-index';
import type { SloDatabase } from '../database/SloDatabase';
import { sanitizeSourceError } from '../sources/sanitizeSourceError';
import type { SourceRegistry } from '../sources/SourceRegistry';
import type { ExistingRulesConfig } from './ExistingRulesConfig';
import { matchServices } from './matchServices';
import { refuseSharedRefs } from './refuseSharedRefs';
import { RuleObjectiveStore } from './RuleObjectiveStore';
import { RuleScanStore } from './RuleScanStore';
import { toRuleObjectives } from './toRuleObjectives';
import { unreadableRefs } from './unreadableRefs';

/**
 * Milliseconds between two looks into a source. After one that failed or found
 * nothing to show, the next pass looks again.
 */
const SCAN_INTERVAL_MS = 300_000;

/**
 * Looks into metrics sources for SLOs of other tools and keeps them as
 * objectives. A source is looked into by one replica at a time; where it does
 * not answer, nothing changes.
 */
export class RuleScanner {
  readonly #options: Parameters<typeof RuleScanner.create>[0];
  readonly #objectives: RuleObjectiveStore;
  readonly #scans: RuleScanStore;
  /** What was said already, so that the log is not filled every minute. */
  readonly #warned = new Map<string, string>();

  static create(options: {
    database: SloDatabase;
    sources: SourceRegistry;
    services: ServiceIndex;
    /** What app-config says, by source. */
    configs: ReadonlyMap<string, ExistingRulesConfig>;
    logger: LoggerService;
    /** Told when objectives have changed. */
    onChange(): void;
    /** Unix milliseconds; the clock by default. */
    now?: () => number;
  }): RuleScanner {
    return new RuleScanner(options);
  }

  private constructor(options: Parameters<typeof RuleScanner.create>[0]) {
    this.#options = options;
    this.#objectives = RuleObjectiveStore.create(options);
    this.#scans = RuleScanStore.create(options);
  }

  /** Forgets what app-config does not ask for any more. */
  async start(): Promise<void> {
    const { configs, onChange } = this.#options;
    await this.#scans.register([...configs.keys()]);
    const removed = await this.#objectives.removeOthers({
      shares: [...configs].map(([source, { origins }]) => ({
        kind: 'rules',
        source,
        origins,
      })),
      now: this.#now(),
    });
    if (removed > 0) {
      onChange();
    }
  }

  /** Looks into every source that is due. */
  async scan(options: { signal?: AbortSignal } = {}): Promise<void> {
    for (const [source, config] of this.#options.configs) {
      options.signal?.throwIfAborted();
      const now = this.#now();
      if (await this.#scans.claim({ source, now })) {
        await this.#look({ source, config, ...options });
      }
    }
  }

  async #look(options: {
    source: string;
    config: ExistingRulesConfig;
    signal?: AbortSignal;
  }): Promise<void> {
    const { source } = options;
    const now = this.#now();
    try {
      const { scans, refused, changed } = await this.#take(options);
      await this.#scans.release({
        source,
        dueAt: scans.some(({ shown }) => shown > 0)
          ? now + SCAN_INTERVAL_MS
          : now,
        found: { scans, refused },
      });
      this.#tell(source, refused);
      if (changed) {
        this.#options.onChange();
      }
    } catch (error) {
      await this.#scans.release({ source, dueAt: now });
      options.signal?.throwIfAborted();
      this.#warn(
        source,
        `Rules of other tools could not be looked for in the source '${source}', what was found before stays: ${sanitizeSourceError(
          error,
        )}`,
      );
    }
  }

  async #take(options: {
    source: string;
    config: ExistingRulesConfig;
    signal?: AbortSignal;
  }): Promise<{
    scans: RuleScan[];
    refused: RefusedRule[];
    changed: boolean;
  }> {
    const { source, config, signal } = options;
    const { services, sources } = this.#options;
    const now = this.#now();
    const answer = await refuseSharedRefs({
      source,
      result: await this.#ask(options),
    });
    const matches = await matchServices({
      found: answer.found,
      config,
      services,
    });
    const read = await toRuleObjectives({
      matched: matches.matched,
      source,
      sources,
    });
    const unreadable = [...answer.refused, ...read.refused];
    const refused: RefusedRule[] = [...unreadable, ...matches.refused].map(
      one => ({ source, ...one }),
    );
    signal?.throwIfAborted();
    const { added, changed, removed } = await this.#objectives.replace({
      share: { kind: 'rules', source, origins: config.origins },
      objectives: read.objectives,
      unreadable: unreadableRefs(source, unreadable),
      removeAfterMs: config.removeAfterMs,
      now,
    });
    return {
      scans: config.origins.map(origin => {
        const shown = read.objectives.filter(
          one => one.origin === origin,
        ).length;
        return {
          source,
          origin,
          scannedAt: new Date(now).toISOString(),
          found: shown + refused.filter(one => one.origin === origin).length,
          shown,
        };
      }),
      refused,
      changed: added + changed + removed > 0,
    };
  }

  /** @throws when the source does not answer, or cannot look for rules */
  async #ask(options: {
    source: string;
    config: ExistingRulesConfig;
    signal?: AbortSignal;
  }): Promise<FindObjectivesResult> {
    const { source: name, config, signal } = options;
    const { source } = this.#options.sources.get(name) ?? {};
    if (!source?.findObjectives) {
      throw new Error('This source cannot answer that');
    }
    return source.findObjectives({
      ...config,
      at: Math.floor(this.#now() / 1_000),
      signal,
    });
  }

  #tell(source: string, refused: RefusedRule[]): void {
    this.#warn(
      source,
      refused.length === 0
        ? ''
        : `${refused.length} SLOs of other tools in the source '${source}' are not shown, for instance '${refused[0].id}' of ${refused[0].origin} (${refused[0].code}); the page of all SLOs says why`,
    );
  }

  #warn(source: string, sentence: string): void {
    if (sentence !== '' && this.#warned.get(source) !== sentence) {
      this.#options.logger.warn(sentence);
    }
    this.#warned.set(source, sentence);
  }

  #now(): number {
    return this.#options.now?.() ?? Date.now();
  }
}
