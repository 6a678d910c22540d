import { posix } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  createTemplateAction,
  parseRepoUrl,
} from '@backstage/plugin-scaffolder-node';
import {
  fileUrl,
  giteaBranch,
  hostOf,
  type Repository,
  repositoryOfEntity,
} from '@plimsoll/repository-hosts';
import { findRepositoryExamples as examples } from './examples/findRepositoryExamples';

/** Where a service's chart keeps its values, relative to the service. */
const VALUES_FILE_ANNOTATION = 'plimsoll.dev/values-file';
const VALUES_FILE = 'deploy/values.yaml';

/**
 * Says where a service's files are and what kind of host that is, so that a
 * template can choose the action that opens a pull request there. Where none
 * can be opened it says why, and is no failure.
 *
 * @public
 */
export function createFindRepositoryAction(options: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  integrations: ScmIntegrationRegistry;
}) {
  const { catalog, integrations } = options;
  return createTemplateAction({
    id: 'goldenpath:find-repository',
    description:
      "Finds a service's repository, and whether a pull request can be opened there",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string().describe('The service'),
        file: z =>
          z
            .string()
            .optional()
            .describe(
              `File to be changed, relative to the service's folder; from the root of the repository with a leading slash; the service's annotation ${VALUES_FILE_ANNOTATION}, else ${VALUES_FILE}`,
            ),
        repoUrl: z =>
          z
            .string()
            .optional()
            .describe(
              'host?owner=...&repo=..., where it is not what the catalog says',
            ),
      },
      output: {
        type: z =>
          z
            .enum(['github', 'gitlab', 'gitea', 'none'])
            .describe('Kind of host; none where nothing can be opened'),
        why: z => z.string().optional().describe('Why there is none'),
        repoUrl: z => z.string().optional(),
        branch: z => z.string().optional().describe('Where the change starts'),
        file: z => z.string().describe("Path below the repository's root"),
        fileUrl: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      const { entityRef, repoUrl } = ctx.input;
      const entity = await catalog.getEntityByRef(entityRef, {
        credentials: await ctx.getInitiatorCredentials(),
      });
      if (!entity) {
        throw new NotFoundError(
          `The catalog has no '${entityRef}', or you may not see it`,
        );
      }
      const repository = repoUrl
        ? askedFor(repoUrl)
        : repositoryOfEntity(entity);
      const file = pathIn(
        repository,
        ctx.input.file ??
          entity.metadata.annotations?.[VALUES_FILE_ANNOTATION] ??
          VALUES_FILE,
      );
      ctx.output('file', file);
      const none = (why: string) => {
        ctx.logger.info(`No pull request can be opened: ${why}`);
        ctx.output('type', 'none');
        ctx.output('why', why);
      };
      if (!repository) {
        none(whyNone(entity));
        return;
      }
      const { host, owner, repo } = repository;
      const known = hostOf(integrations, host);
      if (!known?.maySign) {
        none(
          known
            ? `integrations.${known.type} of app-config has no credentials for ${host}, where ${owner}/${repo} is`
            : `integrations of app-config names no ${host}, where ${owner}/${repo} is`,
        );
        return;
      }
      const { type, baseUrl } = known;
      const branch =
        type === 'gitea' ? giteaBranch(repository) : repository.branch;
      ctx.output('type', type);
      ctx.output(
        'repoUrl',
        `${host}?owner=${encodeURIComponent(owner)}&repo=${encodeURIComponent(
          repo,
        )}`,
      );
      ctx.output('fileUrl', fileUrl({ type, baseUrl, repository, file }));
      if (branch) {
        ctx.output('branch', branch);
      }
      ctx.logger.info(`${entityRef} is kept in ${owner}/${repo} on ${host}`);
    },
  });

  function askedFor(repoUrl: string): Repository {
    const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
    if (!owner) {
      throw new InputError(
        `'${repoUrl}' names no owner; write host?owner=...&repo=...`,
      );
    }
    return { host, owner, repo, folder: '' };
  }
}

function pathIn(repository: Repository | undefined, file: string): string {
  const path = posix.normalize(
    file.startsWith('/')
      ? file.slice(1)
      : posix.join(repository?.folder ?? '', file),
  );
  if (path === '.' || path.startsWith('..') || path.startsWith('/')) {
    throw new InputError(
      `'${file}' is no file of the repository; give a path below its root`,
    );
  }
  return path;
}

function whyNone({ metadata }: Entity): string {
  return `${metadata.name} has no repository in the catalog; register it by an address, or annotate it with backstage.io/source-location`;
}
