import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Looks up in the catalog what answers speak of, as the person who answers. */
export class AnswerFacts {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #userInfo: UserInfoService;

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    userInfo: UserInfoService;
  }): AnswerFacts {
    return new AnswerFacts(options);
  }

  private constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    userInfo: UserInfoService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#userInfo = options.userInfo;
  }

  /** Those of the refs that the catalog has not, or that may not be seen. */
  async missing(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    if (entityRefs.length === 0) {
      return new Set();
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind'] },
      { credentials },
    );
    return new Set(entityRefs.filter((_, index) => !items[index]));
  }

  /**
   * Who has the name of a service already.
   *
   * @returns the owner's ref; `hidden` where the caller may not see whose it is
   */
  async holderOf(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<{ owner?: string; hidden: boolean } | undefined> {
    const ref = `component:default/${name}`;
    const seen = await this.#catalog.getEntityByRef(ref, { credentials });
    if (seen) {
      const owner = seen.relations?.find(({ type }) => type === 'ownedBy');
      return { owner: owner?.targetRef, hidden: false };
    }
    const there = await this.#catalog.getEntityByRef(ref, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    return there && { hidden: true };
  }

  /** A group of the caller's; else the first that may be seen. */
  async anyGroup(
    credentials: BackstageCredentials,
  ): Promise<string | undefined> {
    const own = await this.#ownGroups(credentials);
    const missing = await this.missing(own, credentials);
    return (
      own.find(ref => !missing.has(ref)) ??
      (await this.#first('Group', credentials))
    );
  }

  /** The first that may be seen. */
  async anySystem(
    credentials: BackstageCredentials,
  ): Promise<string | undefined> {
    return this.#first('System', credentials);
  }

  async #ownGroups(credentials: BackstageCredentials): Promise<string[]> {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      return [];
    }
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      credentials as BackstageCredentials<BackstageUserPrincipal>,
    );
    return ownershipEntityRefs.filter(ref => ref.startsWith('group:'));
  }

  async #first(
    kind: string,
    credentials: BackstageCredentials,
  ): Promise<string | undefined> {
    const { items } = await this.#catalog.queryEntities(
      {
        filter: { kind },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: 1,
      },
      { credentials },
    );
    return items[0] && stringifyEntityRef(items[0]);
  }
}
