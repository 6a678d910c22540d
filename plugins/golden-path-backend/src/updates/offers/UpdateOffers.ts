import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type Adoption,
  compareVersions,
  isVersion,
  type TemplateAdoption,
  type UpdateOffer,
} from '@plimsoll/plugin-golden-path-common';
import type { TemplateArchive } from '../versions/TemplateArchive';
import { VERSION_ANNOTATION } from '../versions/TemplateReader';
import { type KnownTemplate, knownTemplates } from './KnownTemplate';
import { type MadeService, offerOf } from './offerOf';
import type { PullRequestStore } from './PullRequestStore';

/** Rows of a template that a page shows. */
const MAX_OPEN = 100;
const PAGE = 500;

/** Says which services are behind their template, from the catalog alone. */
export class UpdateOffers {
  readonly #archive: TemplateArchive;
  readonly #catalog: Pick<CatalogService, 'queryEntities'>;
  readonly #pullRequests: PullRequestStore;

  static create(options: {
    archive: TemplateArchive;
    catalog: Pick<CatalogService, 'queryEntities'>;
    pullRequests: PullRequestStore;
  }): UpdateOffers {
    return new UpdateOffers(options);
  }

  private constructor(options: {
    archive: TemplateArchive;
    catalog: Pick<CatalogService, 'queryEntities'>;
    pullRequests: PullRequestStore;
  }) {
    this.#archive = options.archive;
    this.#catalog = options.catalog;
    this.#pullRequests = options.pullRequests;
  }

  /** @returns nothing for what was made by no template */
  async offer(entity: Entity): Promise<UpdateOffer | undefined> {
    const service = madeServiceOf(entity);
    if (!service) {
      return undefined;
    }
    const template = (await this.#templates()).get(service.template);
    const pullRequest =
      template &&
      (await this.#pullRequests.find(service.entityRef, template.newest));
    return offerOf({ service, template, pullRequest });
  }

  /** All that the caller may see. */
  async adoption(credentials: BackstageCredentials): Promise<Adoption> {
    const templates = await this.#templates();
    const pulls = new Map(
      (await this.#pullRequests.list()).map(pull => [
        `${pull.entityRef} ${pull.version}`,
        pull,
      ]),
    );
    const offers = (await this.#services(credentials))
      // a template of others has no versions here
      .filter(({ template }) => templates.has(template))
      .map(service => {
        const template = templates.get(service.template);
        return offerOf({
          service,
          template,
          pullRequest: pulls.get(`${service.entityRef} ${template?.newest}`),
        });
      });
    return {
      templates: [...templates.values()]
        .sort((a, b) => (a.ref < b.ref ? -1 : 1))
        .map(template =>
          adoptionOf({
            template,
            offers: offers.filter(one => one.template.ref === template.ref),
          }),
        ),
    };
  }

  async #templates(): Promise<Map<string, KnownTemplate>> {
    return knownTemplates(await this.#archive.listOffered());
  }

  async #services(credentials: BackstageCredentials): Promise<MadeService[]> {
    const services: MadeService[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE }
          : {
              filter: {
                kind: 'component',
                'spec.scaffoldedFrom': CATALOG_FILTER_EXISTS,
              },
              fields: ['kind', 'metadata', 'spec.scaffoldedFrom'],
              limit: PAGE,
            },
        { credentials },
      );
      services.push(
        ...page.items.flatMap(entity => madeServiceOf(entity) ?? []),
      );
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return services;
  }
}

function adoptionOf(options: {
  template: KnownTemplate;
  offers: UpdateOffer[];
}): TemplateAdoption {
  const { template, offers } = options;
  const counts = new Map<string, number>([[template.newest, 0]]);
  for (const { version } of offers) {
    if (isVersion(version)) {
      counts.set(version, (counts.get(version) ?? 0) + 1);
    }
  }
  const open = offers
    .filter(({ state }) => state !== 'current')
    .sort(
      (a, b) =>
        compareVersions(a.version ?? '', b.version ?? '') ||
        (a.entityRef < b.entityRef ? -1 : 1),
    );
  const unknown = open.filter(({ state }) => state === 'unknown').length;
  return {
    ref: template.ref,
    name: parseEntityRef(template.ref).name,
    title: template.title,
    newest: template.newest,
    versions: [...counts]
      .sort(([a], [b]) => compareVersions(b, a))
      .map(([version, services]) => ({
        version,
        services,
        isNewest: version === template.newest,
      })),
    services: offers.length,
    behind: open.length - unknown,
    unknown,
    open: open.slice(0, MAX_OPEN),
  };
}

function madeServiceOf(entity: Entity): MadeService | undefined {
  const from = entity.spec?.scaffoldedFrom;
  if (typeof from !== 'string') {
    return undefined;
  }
  const version = entity.metadata.annotations?.[VERSION_ANNOTATION];
  return {
    entityRef: stringifyEntityRef(entity),
    template: stringifyEntityRef(
      parseEntityRef(from, {
        defaultKind: 'template',
        defaultNamespace: entity.metadata.namespace ?? 'default',
      }),
    ),
    ...(version && { version }),
  };
}
