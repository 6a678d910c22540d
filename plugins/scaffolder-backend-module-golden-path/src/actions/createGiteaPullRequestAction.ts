import fs from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  createTemplateAction,
  parseRepoUrl,
} from '@backstage/plugin-scaffolder-node';
import { GiteaClient } from '../gitea/GiteaClient';

/**
 * Opens a pull request for one changed file on Gitea, for which the
 * scaffolder has no action of its own. Where one is open from the same branch
 * that one is brought up to date.
 *
 * @public
 */
export function createGiteaPullRequestAction(options: {
  integrations: ScmIntegrationRegistry;
}) {
  const { integrations } = options;
  return createTemplateAction({
    id: 'goldenpath:gitea-pull-request',
    description: 'Opens a pull request for one changed file on Gitea',
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl: z => z.string().describe('host?owner=...&repo=...'),
        file: z => z.string().describe('Path in workspace and repository'),
        targetBranchName: z => z.string().describe('Branch that it changes'),
        branchName: z => z.string().describe('Branch of the change'),
        title: z => z.string(),
        description: z => z.string(),
      },
      output: { remoteUrl: z => z.string() },
    },
    async handler(ctx) {
      const { repoUrl, file, title, ...input } = ctx.input;
      const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
      const config = integrations.gitea.byHost(host)?.config;
      if (!config || !owner) {
        throw new InputError(
          `'${repoUrl}' is no repository of a Gitea that integrations.gitea of app-config names`,
        );
      }
      const content = await fs.readFile(
        resolveSafeChildPath(ctx.workspacePath, file),
        'utf8',
      );
      const { targetBranchName: base, branchName: head } = input;
      if (ctx.isDryRun) {
        ctx.logger.info(`Would open a pull request from ${head} to ${base}`);
        ctx.output('remoteUrl', repoUrl);
        return;
      }
      const gitea = GiteaClient.create({ config, repository: { owner, repo } });
      await gitea.commitFile({
        base,
        branch: head,
        isNew: !(await gitea.hasBranch(head)),
        path: file,
        content,
        message: title,
      });
      const open = await gitea.findPullRequest({ base, head });
      ctx.output(
        'remoteUrl',
        open ??
          (await gitea.openPullRequest({
            base,
            head,
            title,
            body: input.description,
          })),
      );
    },
  });
}
