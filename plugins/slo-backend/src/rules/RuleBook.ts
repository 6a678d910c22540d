import type {
  AuthService,
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { Pace } from '@plimsoll/plugin-database';
import { stringifyObjectiveKey } from '@plimsoll/plugin-slo-common';
import {
  DEFAULT_RULE_SETTINGS,
  type GeneratedRules,
  RuleCollector,
  type RuleGroup,
  type RuleOptions,
  type RulePart,
  type RuleSettings,
} from '@plimsoll/plugin-slo-common/rules';
import pLimit from 'p-limit';
import { catalogCredentials } from '../permissions/catalogCredentials';
import { ObjectiveAccess } from '../permissions/ObjectiveAccess';
import type { ObjectiveScope } from '../permissions/ObjectiveScope';
import type { SloContext } from '../service/SloContext';
import type { CallerOptions } from '../service/SloService';
import { annotationsOf } from './annotationsOf';
import { collectText } from './collectText';
import { type FindPolicies, policiesOfCatalog } from './policiesOfCatalog';
import { readRuleSettings } from './readRuleSettings';
import { type RuleRow, ruleRows } from './ruleRows';
import { toRuleObjective } from './toRuleObjective';

interface RuleBookOptions {
  config: Config;
  context: Pick<SloContext, 'client' | 'services'>;
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}

/** What rules are asked for. */
export interface RuleRequest {
  part?: RulePart;
  /** Only of this service, or of this SLO. */
  entityRef?: string;
  /** Only what this source of app-config evaluates. */
  source?: string;
}

/**
 * Makes Prometheus rules: of the objectives that a caller may see, or of
 * documents that are sent. Nothing here speaks to a metrics source.
 */
export class RuleBook {
  readonly #options: RuleBookOptions;
  readonly #access: ObjectiveAccess;
  readonly #settings: ReadonlyMap<string, RuleSettings>;
  // One at a time of each kind: a fleet's rules hold tens of megabytes.
  readonly #catalogTurns = pLimit(1);
  readonly #textTurns = pLimit(1);

  /** @throws InputError when a source of app-config cannot be read */
  static create(options: RuleBookOptions): RuleBook {
    return new RuleBook(options);
  }

  private constructor(options: RuleBookOptions) {
    this.#options = options;
    this.#access = ObjectiveAccess.create(options);
    this.#settings = readRuleSettings(options.config);
  }

  /**
   * @throws NotAllowedError when the caller may see no objective at all
   * @throws InputError when there is no such source
   */
  async rulesOfCatalog(
    request: RuleRequest,
    caller: CallerOptions,
  ): Promise<GeneratedRules> {
    const scope = await this.#access.scopeOf(caller);
    const collector = this.#collector(request);
    return request.part === 'fleet'
      ? collector.result()
      : this.#catalogTurns(() =>
          this.#readCatalog({ ...request, ...caller, scope, collector }),
        );
  }

  /**
   * All rules that the objectives of a service need, those of the fleet too, by
   * the source that evaluates them.
   *
   * @throws NotAllowedError when the caller may see no objective at all
   */
  async rulesBySource(
    entityRef: string,
    caller: CallerOptions,
  ): Promise<Map<string, RuleGroup[]>> {
    const { client } = this.#options.context;
    const scope = await this.#access.scopeOf(caller);
    const names = new Set<string>();
    for await (const rows of ruleRows({ client, scope, entityRef })) {
      rows.forEach(({ source }) => names.add(source));
    }
    const isKnown = (name: string) =>
      this.#settings.size === 0 || this.#settings.has(name);
    const bySource = new Map<string, RuleGroup[]>();
    for (const name of [...names].sort()) {
      const source = names.size > 1 && this.#settings.size ? name : undefined;
      const request = { entityRef, source };
      bySource.set(
        name,
        isKnown(name)
          ? (await this.rulesOfCatalog(request, caller)).groups
          : [],
      );
    }
    return bySource;
  }

  async #readCatalog(
    options: RuleRequest &
      CallerOptions & { scope: ObjectiveScope; collector: RuleCollector },
  ): Promise<GeneratedRules> {
    const { collector, credentials, scope, entityRef } = options;
    const { client } = this.#options.context;
    const pace = Pace.create();
    let findPolicies: FindPolicies | undefined;
    for await (const rows of ruleRows({ client, scope, entityRef })) {
      if (rows.some(namesPolicies)) {
        findPolicies ??= await this.#findPolicies();
      }
      await this.#collect(rows, {
        credentials,
        collector,
        pace,
        findPolicies: findPolicies ?? noPolicies,
      });
    }
    return collector.result();
  }

  /**
   * @param text - YAML or JSON
   * @throws InputError with the places of what has to be mended
   */
  async rulesOfText(
    text: string,
    request: Pick<RuleRequest, 'part' | 'source'>,
  ): Promise<GeneratedRules> {
    const collector = this.#collector(request);
    return this.#textTurns(() => collectText(text, collector));
  }

  #collector({ part, source }: RuleRequest): RuleCollector {
    const knownSources = Array.from(this.#settings.keys());
    if (source !== undefined && !this.#settings.has(source)) {
      throw new InputError(
        `source is '${source}', which is no Prometheus of slo.sources in app-config; ${
          knownSources.length
            ? `write one of ${knownSources.join(', ')}`
            : 'there is none'
        }`,
      );
    }
    const options: RuleOptions = {
      part,
      source,
      knownSources,
      portalUrl: this.#options.config.getOptionalString('app.baseUrl'),
      // Without a Prometheus in app-config nobody demands anything of rules.
      settingsOf: name =>
        knownSources.length ? this.#settings.get(name) : DEFAULT_RULE_SETTINGS,
    };
    return RuleCollector.create(options);
  }

  async #collect(
    rows: RuleRow[],
    options: {
      credentials: BackstageCredentials;
      collector: RuleCollector;
      pace: Pace;
      findPolicies: FindPolicies;
    },
  ): Promise<void> {
    const { collector, pace, findPolicies, credentials } = options;
    const { auth, catalog, context } = this.#options;
    const entityRefs = [...new Set(rows.map(row => row.entity_ref))];
    const services = await context.services.getServices(entityRefs);
    const annotations = await annotationsOf({
      catalog,
      credentials: await catalogCredentials({ auth, credentials }),
      entityRefs,
    });
    for (const row of rows.filter(({ source }) => collector.wants(source))) {
      if (row.faults.length) {
        const subject = stringifyObjectiveKey(row);
        row.faults.forEach(fault =>
          collector.refuse({ about: 'objective', subject, ...fault }),
        );
      } else {
        const [owner] = services.get(row.entity_ref)?.owners ?? [];
        collector.add(
          toRuleObjective({
            row,
            findPolicies,
            owner,
            annotations: annotations.get(row.entity_ref),
          }),
        );
      }
      await pace.rest();
    }
  }

  async #findPolicies(): Promise<FindPolicies> {
    const { auth, catalog } = this.#options;
    return policiesOfCatalog({
      catalog,
      credentials: await auth.getOwnServiceCredentials(),
    });
  }
}

function namesPolicies({ document }: RuleRow): boolean {
  return /"(alertPolicyRef|conditionRef)"/.test(document);
}

function noPolicies() {
  return {
    resolveAlertPolicy: () => undefined,
    resolveAlertCondition: () => undefined,
  };
}
