import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { ConflictError, InputError } from '@backstage/errors';
import type { LedgerRange, SourceStatus } from '@plimsoll/plugin-slo-common';
import type {
  MetricsSource,
  MetricsSourceFactory,
} from '@plimsoll/plugin-slo-node';
import type { SloDatabase } from '../database/SloDatabase';
import { SourceHealthStore, type SourceState } from './SourceHealthStore';

const CONFIG_KEY = 'slo.sources';

/** A metrics source under the name that documents use for it. */
export interface RegisteredSource {
  name: string;
  /** Value of `slo.sources.<name>.type`, or what a module says. */
  type: string;
  /** The data are made up. */
  demo: boolean;
  source: MetricsSource;
  /** Keeps stretches, in Unix seconds, of which the source says it was down. */
  keepOutages?(outages: LedgerRange[]): Promise<void>;
}

/**
 * All metrics sources: those of `slo.sources` in app-config, made by the
 * factory of their type, and those that modules add. Knows their health, which
 * all replicas share.
 */
export class SourceRegistry {
  readonly health: SourceHealthStore;
  readonly #sources: Map<string, RegisteredSource>;

  /**
   * @throws InputError when an entry names no type, or one that nobody brings
   * @throws ConflictError when two sources have one name, or two factories one
   * type
   */
  static async create(options: {
    config: RootConfigService;
    factories: MetricsSourceFactory[];
    /** Sources that modules bring ready made. */
    added: Array<{ name: string; type: string; source: MetricsSource }>;
    database: SloDatabase;
  }): Promise<SourceRegistry> {
    const { config, factories, added, database } = options;
    const sources = new Map<string, RegisteredSource>();
    const byType = indexFactories(factories);
    const health = SourceHealthStore.create({ database });
    const keepOutagesOf = (name: string) => (outages: LedgerRange[]) =>
      health.wasDown({ name, outages });
    const entries = config.getOptionalConfig(CONFIG_KEY);
    for (const name of entries?.keys() ?? []) {
      const type = typeOf(config, name);
      const source = factoryOf(byType, { name, type }).create({
        name,
        config: (entries as Config).getConfig(name),
      });
      sources.set(name, {
        name,
        type,
        demo: source.demo ?? false,
        source,
        keepOutages: keepOutagesOf(name),
      });
    }
    for (const { name, type, source } of added) {
      if (sources.has(name)) {
        throw new ConflictError(
          `Two metrics sources are called '${name}': ${CONFIG_KEY}.${name} in ` +
            `app-config and one that a backend module adds; rename the entry`,
        );
      }
      sources.set(name, {
        name,
        type,
        demo: source.demo ?? false,
        source,
        keepOutages: keepOutagesOf(name),
      });
    }
    await health.register([...sources.values()]);
    return new SourceRegistry({ sources, health });
  }

  private constructor(options: {
    sources: Map<string, RegisteredSource>;
    health: SourceHealthStore;
  }) {
    this.#sources = options.sources;
    this.health = options.health;
  }

  get names(): string[] {
    return [...this.#sources.keys()];
  }

  get(name: string): RegisteredSource | undefined {
    return this.#sources.get(name);
  }

  /** Health of each source, without addresses: what lists show. */
  async statuses(): Promise<SourceStatus[]> {
    return this.toStatuses(await this.health.states(this.names));
  }

  /** The same from states that were read before. */
  toStatuses(states: ReadonlyMap<string, SourceState>): SourceStatus[] {
    return [...this.#sources.values()].map(({ name, type, demo }) => {
      const state = states.get(name);
      return {
        name,
        type,
        demo,
        up: state?.up ?? true,
        lastAnswerAt: isoMillis(state?.lastAnswerAt),
        downSince: isoMillis(state?.downSince),
        error: state?.error,
      };
    });
  }

  /** Stretches within `[from, to)` in which a source did not answer. */
  async gaps(
    options: { source: string } & LedgerRange,
  ): Promise<LedgerRange[]> {
    return this.health.gaps(options);
  }
}

function isoMillis(millis: number | undefined): string | undefined {
  return millis === undefined ? undefined : new Date(millis).toISOString();
}

function indexFactories(
  factories: MetricsSourceFactory[],
): Map<string, MetricsSourceFactory> {
  const byType = new Map<string, MetricsSourceFactory>();
  for (const factory of factories) {
    if (byType.has(factory.type)) {
      throw new ConflictError(
        `Two backend modules bring metrics sources of type '${factory.type}'; ` +
          `install one of them only`,
      );
    }
    byType.set(factory.type, factory);
  }
  return byType;
}

function typeOf(config: RootConfigService, name: string): string {
  const type = config.getOptionalString(`${CONFIG_KEY}.${name}.type`);
  if (!type) {
    throw new InputError(
      `${CONFIG_KEY}.${name}.type is missing; name what kind of source it is, ` +
        `for instance 'prometheus'`,
    );
  }
  return type;
}

function factoryOf(
  byType: Map<string, MetricsSourceFactory>,
  { name, type }: { name: string; type: string },
): MetricsSourceFactory {
  const factory = byType.get(type);
  if (!factory) {
    const known = [...byType.keys()].sort().map(key => `'${key}'`);
    throw new InputError(
      `${CONFIG_KEY}.${name}.type is '${type}', which nothing installed brings; ` +
        `use ${
          known.join(' or ') || 'a type that a module brings'
        }, or add the ` +
        `backend module that brings '${type}'`,
    );
  }
  return factory;
}
