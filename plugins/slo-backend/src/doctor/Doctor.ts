import type {
  AuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { Pace } from '@plimsoll/plugin-database';
import type { CheckReport } from '@plimsoll/plugin-slo-common';
import {
  checkTextSteps,
  readCheckValues,
} from '@plimsoll/plugin-slo-common/doctor';
import { catalogCredentials } from '../permissions/catalogCredentials';
import { ObjectiveAccess } from '../permissions/ObjectiveAccess';
import type { SloContext } from '../service/SloContext';
import type { CallerOptions } from '../service/SloService';
import type { SourceTurns } from '../sources/SourceTurns';
import { assertMayCheck } from './assertMayCheck';
import { checkWithSources } from './checkWithSources';
import { documentsOf } from './documentsOf';
import { Inspector } from './Inspector';
import { namedIndicators } from './namedIndicators';
import { refusedToAsk } from './refusedToAsk';

interface CheckCaller extends CallerOptions {
  /** When the caller waits no longer. */
  signal?: AbortSignal;
}

interface DoctorOptions {
  context: Pick<SloContext, 'client' | 'sources' | 'now'>;
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  /** Shared with all who ask sources for people. */
  turns: SourceTurns;
}

/**
 * Checks OpenSLO documents. What a document asks of a source is asked under
 * the same guards as in measurements; a document from outside of the catalog is
 * asked about only for who may check documents, and may see the objectives of
 * all services, or those that its queries are in already.
 */
export class Doctor {
  readonly #options: DoctorOptions;
  readonly #access: ObjectiveAccess;
  readonly #inspector: Inspector;

  static create(options: DoctorOptions): Doctor {
    return new Doctor(options);
  }

  private constructor(options: DoctorOptions) {
    this.#options = options;
    this.#access = ObjectiveAccess.create(options);
    this.#inspector = Inspector.create({
      ...options.context,
      turns: options.turns,
    });
  }

  /**
   * Checks a text of documents.
   *
   * @param text - YAML or JSON
   * @throws NotAllowedError when the caller may not check documents
   */
  async checkText(text: string, caller: CheckCaller): Promise<CheckReport> {
    const { context, catalog } = this.#options;
    await assertMayCheck({ ...this.#options, ...caller });
    const scope = await this.#access.scopeOf(caller);
    const read = await Pace.create().run(checkTextSteps(text));
    return checkWithSources({
      text: read,
      sources: context.sources,
      inspector: this.#inspector,
      resolveIndicator: await namedIndicators({
        text: read,
        catalog,
        credentials: await catalogCredentials({ ...this.#options, ...caller }),
      }),
      refusalOf: definitions =>
        refusedToAsk({ client: context.client, scope, definitions }),
      now: context.now(),
      signal: caller.signal,
    });
  }

  /**
   * Checks the documents of the catalog that a service is measured by, or one
   * SLO, as far as the caller may see its objectives.
   *
   * @param entityRef - of a service, or of an SLO
   */
  async checkEntity(
    entityRef: string,
    caller: CheckCaller,
  ): Promise<CheckReport> {
    const { context, catalog, auth } = this.#options;
    const scope = await this.#access.scopeOf(caller);
    const text = readCheckValues(
      await documentsOf({ client: context.client, scope, entityRef }),
    );
    return checkWithSources({
      text,
      sources: context.sources,
      inspector: this.#inspector,
      // measured with these SLIs, whoever looks
      resolveIndicator: await namedIndicators({
        text,
        catalog,
        credentials: await auth.getOwnServiceCredentials(),
      }),
      // read from there, as far as the caller may see
      refusalOf: async () => () => undefined,
      now: context.now(),
      signal: caller.signal,
    });
  }
}
