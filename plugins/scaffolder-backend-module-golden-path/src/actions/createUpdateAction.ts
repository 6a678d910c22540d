import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  addFiles,
  cloneRepo,
  commitAndPushBranch,
  createTemplateAction,
  parseRepoUrl,
  removeFiles,
} from '@backstage/plugin-scaffolder-node';
import type { MergedUpdate } from '@plimsoll/plugin-golden-path-common';
import { hostOf, PullRequests } from '@plimsoll/repository-hosts';
import { gitCredentials } from '../hosts/gitCredentials';
import { writeUpdate } from '../update/writeUpdate';
import { updateExamples as examples } from './examples/updateExamples';
import type { GoldenPathAccess } from './GoldenPathAccess';

/**
 * Brings a service up to date with its template: the golden path's backend
 * merges, this commits the result to a branch of its own and opens a pull
 * request. A branch that is there already is not written to, for the team may
 * have gone on in it; repeated, it finds the same pull request.
 *
 * @public
 */
export function createUpdateAction(options: {
  config: Config;
  goldenPath: GoldenPathAccess;
  integrations: ScmIntegrations;
}) {
  const { config, goldenPath, integrations } = options;
  return createTemplateAction({
    id: 'goldenpath:update',
    description:
      'Merges a newer template into a service, and opens a pull request with the result',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string().describe('The service'),
        version: z =>
          z
            .string()
            .optional()
            .describe('Of the template; the newest by default'),
        answers: z =>
          z
            .record(z.any())
            .optional()
            .describe('To what the newer template asks'),
      },
      output: {
        remoteUrl: z => z.string().describe('Of the pull request'),
        version: z => z.string(),
        description: z => z.string().describe('What it changes; Markdown'),
      },
    },
    async handler(ctx) {
      const { entityRef, version, answers } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      const update = await goldenPath.ask(credentials, (api, asked) =>
        api.mergeUpdate(
          entityRef,
          { ...(version && { version }), ...(answers && { answers }) },
          asked,
        ),
      );
      ctx.logger.info(
        `${update.title}: ${update.writes.length} files are written`,
      );
      ctx.output('version', update.version);
      ctx.output('description', update.description);
      if (ctx.isDryRun) {
        ctx.output('remoteUrl', update.repository.repoUrl);
        return;
      }
      if (update.pullRequest) {
        ctx.logger.info(`${update.pullRequest.url} is open already`);
        ctx.output('remoteUrl', update.pullRequest.url);
        return;
      }
      const url = await openPullRequest(update, {
        folder: await ctx.createTemporaryDirectory(),
        logger: ctx.logger,
      });
      await goldenPath.ask(credentials, (api, asked) =>
        api.noteUpdateOpened(
          entityRef,
          { version: update.version, url },
          asked,
        ),
      );
      ctx.logger.info(`${url} is open`);
      ctx.output('remoteUrl', url);
    },
  });

  async function openPullRequest(
    update: MergedUpdate,
    work: Pick<Work, 'folder' | 'logger'>,
  ): Promise<string> {
    const { branchName: head, title, description, repository } = update;
    const { host, owner, repo } = parseRepoUrl(
      repository.repoUrl,
      integrations,
    );
    const known = hostOf(integrations, host);
    if (!known || !owner) {
      throw new InputError(
        `integrations of app-config names no GitHub, GitLab or Gitea at ${host}`,
      );
    }
    const place = { host, owner, repo };
    const pulls = PullRequests.create({ integrations, repository: place });
    const base = repository.branch ?? (await pulls.defaultBranch());
    const isThere = await pulls.hasBranch(head);
    if (!isThere) {
      const url = `${known.baseUrl.replace(/\/+$/, '')}/${owner}/${repo}`;
      const auth = await gitCredentials({
        integrations,
        repository: { host, type: known.type, url },
      });
      await commitUpdate(update, { ...work, auth, base, url });
    }
    const branches = { base, head };
    const open = await pulls.findOpen(branches);
    if (open) {
      return open;
    }
    if (isThere) {
      work.logger.info(
        `${head} is there already, and is opened as it is; to have it made anew, delete it first`,
      );
    }
    const body = isThere ? `${oldBranch(head)}${description}` : description;
    return pulls.open({ ...branches, title, body });
  }

  async function commitUpdate(update: MergedUpdate, work: Work) {
    const { auth, base, folder: dir, logger, url } = work;
    const { branchName: branch, repository, title, writes } = update;
    const service = resolveSafeChildPath(dir, repository.folder || '.');
    await cloneRepo({ url: `${url}.git`, dir, auth, ref: base });
    await writeUpdate({ folder: service, writes });
    for (const { path, base64Content } of writes) {
      const filepath = [repository.folder, path].filter(Boolean).join('/');
      const change = base64Content === undefined ? removeFiles : addFiles;
      await change({ dir, filepath, auth });
    }
    await commitAndPushBranch({
      dir,
      auth,
      branch,
      commitMessage: title,
      gitAuthorInfo: {
        name: config.getOptionalString('scaffolder.defaultAuthor.name'),
        email: config.getOptionalString('scaffolder.defaultAuthor.email'),
      },
    });
    logger.info(`${branch} is pushed`);
  }
}

/** What is listed below it was worked out now, and the branch was not. */
function oldBranch(head: string): string {
  return `> The branch \`${head}\` was there already, of an earlier request, and is as it was: it may hold other changes than are listed here. To have it made anew, close this, delete the branch and ask again.

`;
}

interface Work {
  auth: { username: string; password: string };
  /** Branch that it changes. */
  base: string;
  /** Empty. */
  folder: string;
  logger: { info(message: string): void };
  /** Of the repository. */
  url: string;
}
