import { setImmediate as othersTurn } from 'node:timers/promises';
import type {
  AuthService,
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { stringifyObjectiveKey } from '@plimsoll/plugin-slo-common';
import { readOpenSloYaml } from '@plimsoll/plugin-slo-common/doctor';
import {
  DEFAULT_RULE_SETTINGS,
  type GeneratedRules,
  objectivesOfDocuments,
  RuleCollector,
  type RuleOptions,
  type RulePart,
  type RuleSettings,
} from '@plimsoll/plugin-slo-common/rules';
import { ObjectiveAccess } from '../permissions/ObjectiveAccess';
import type { SloContext } from '../service/SloContext';
import type { CallerOptions } from '../service/SloService';
import { annotationsOf } from './annotationsOf';
import { type FindPolicies, policiesOfCatalog } from './policiesOfCatalog';
import { readRuleSettings } from './readRuleSettings';
import { type RuleRow, ruleRows } from './ruleRows';
import { toRuleObjective } from './toRuleObjective';

/** Objectives that are worked off before others have their turn. */
const AT_ONCE = 50;
const MAX_FAULTS_TOLD = 20;

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
}

/**
 * Makes Prometheus rules: of the objectives that a caller may see, or of
 * documents that are sent. Nothing here speaks to a metrics source.
 */
export class RuleBook {
  readonly #options: RuleBookOptions;
  readonly #access: ObjectiveAccess;
  readonly #settings: ReadonlyMap<string, RuleSettings>;

  /** @throws InputError when a source of app-config cannot be read */
  static create(options: RuleBookOptions): RuleBook {
    return new RuleBook(options);
  }

  private constructor(options: RuleBookOptions) {
    this.#options = options;
    this.#access = ObjectiveAccess.create(options);
    this.#settings = readRuleSettings(options.config);
  }

  /** @throws NotAllowedError when the caller may see no objective at all */
  async rulesOfCatalog(
    request: RuleRequest,
    caller: CallerOptions,
  ): Promise<GeneratedRules> {
    const { client } = this.#options.context;
    const scope = await this.#access.scopeOf(caller);
    const collector = this.#collector(request.part);
    if (request.part === 'fleet') {
      return collector.result();
    }
    let findPolicies: FindPolicies | undefined;
    for await (const rows of ruleRows({ client, scope, ...request })) {
      if (rows.some(namesPolicies)) {
        findPolicies ??= await this.#findPolicies();
      }
      await this.#collect(rows, {
        ...caller,
        collector,
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
    request: Pick<RuleRequest, 'part'>,
  ): Promise<GeneratedRules> {
    const read = readOpenSloYaml(text);
    const { objectives, faults } = objectivesOfDocuments(read.documents);
    refuse([
      ...read.faults.map(
        ({ path, message, fix }) => `${path}: ${message}; ${fix}`,
      ),
      ...faults.map(
        ({ document, path, message }) => `${document}: ${path} ${message}`,
      ),
    ]);
    const collector = this.#collector(request.part);
    for (const [index, objective] of objectives.entries()) {
      collector.add(objective);
      await this.#rest(index);
    }
    const rules = collector.result();
    refuse(
      rules.notices.flatMap(({ about, subject, path, message }) =>
        about === 'objective' ? [`${subject}: ${path} ${message}`] : [],
      ),
    );
    return rules;
  }

  #collector(part: RulePart | undefined): RuleCollector {
    const options: RuleOptions = {
      part,
      portalUrl: this.#options.config.getOptionalString('app.baseUrl'),
      settingsOf: source => this.#settings.get(source) ?? DEFAULT_RULE_SETTINGS,
    };
    return RuleCollector.create(options);
  }

  async #collect(
    rows: RuleRow[],
    options: {
      credentials: BackstageCredentials;
      collector: RuleCollector;
      findPolicies: FindPolicies;
    },
  ): Promise<void> {
    const { collector, findPolicies, credentials } = options;
    const { catalog, context } = this.#options;
    const entityRefs = [...new Set(rows.map(row => row.entity_ref))];
    const services = await context.services.getServices(entityRefs);
    const annotations = await annotationsOf({
      catalog,
      credentials,
      entityRefs,
    });
    for (const [index, row] of rows.entries()) {
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
      await this.#rest(index);
    }
  }

  async #findPolicies(): Promise<FindPolicies> {
    const { auth, catalog } = this.#options;
    return policiesOfCatalog({
      catalog,
      credentials: await auth.getOwnServiceCredentials(),
    });
  }

  async #rest(index: number): Promise<void> {
    if (index % AT_ONCE === AT_ONCE - 1) {
      await othersTurn();
    }
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

function refuse(faults: string[]): void {
  if (faults.length) {
    const rest = faults.length - MAX_FAULTS_TOLD;
    throw new InputError(
      [
        ...faults.slice(0, MAX_FAULTS_TOLD),
        ...(rest > 0 ? [`and ${rest} more`] : []),
      ].join('\n'),
    );
  }
}
