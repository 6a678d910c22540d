import type { Config } from '@backstage/config';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  createTemplateAction,
  initRepoAndPush,
} from '@backstage/plugin-scaffolder-node';
import type { PlannedService } from '@plimsoll/plugin-golden-path-common';
import { gitCredentials } from '../hosts/gitCredentials';
import { pushExamples as examples } from './examples/pushExamples';

/**
 * Fills a repository that is there and empty, as a publishing that did not come
 * to its end leaves it: the actions that publish can only make new ones.
 *
 * @public
 */
export function createPushAction(options: {
  config: Config;
  integrations: ScmIntegrationRegistry;
}) {
  const { config, integrations } = options;
  return createTemplateAction({
    id: 'goldenpath:push',
    description:
      'Fills a repository that is empty, as an earlier try has left it',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        service: z => z.record(z.any()).describe('From `goldenpath:plan`'),
        message: z => z.string().describe('Of the commit'),
      },
      output: {
        commitHash: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      const { repository } = ctx.input.service as unknown as PlannedService;
      if (ctx.isDryRun) {
        ctx.logger.info(`Would push to ${repository.url}`);
        return;
      }
      const pushed = await initRepoAndPush({
        dir: ctx.workspacePath,
        remoteUrl: `${repository.url}.git`,
        auth: await gitCredentials({ integrations, repository }),
        defaultBranch: repository.defaultBranch,
        logger: ctx.logger,
        commitMessage: ctx.input.message,
        gitAuthorInfo: {
          name: config.getOptionalString('scaffolder.defaultAuthor.name'),
          email: config.getOptionalString('scaffolder.defaultAuthor.email'),
        },
      });
      ctx.output('commitHash', pushed?.commitHash);
    },
  });
}
