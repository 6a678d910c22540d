import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  hostOfRepoUrl,
  planService,
  readServiceParameters,
  type RepositoryHost,
  STACKS,
} from '@plimsoll/plugin-golden-path-common';
import { hostOf } from '@plimsoll/repository-hosts';
import { platformOf } from '../plan/platformOf';
import { readCatalogFacts } from '../plan/readCatalogFacts';
import { planExamples as examples } from './examples/planExamples';

/**
 * Works out everything that a new service is from the answers of the form.
 * Nothing of them is believed: whoever calls the API has seen no form.
 *
 * @public
 */
export function createPlanAction(options: {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  config: Config;
  integrations: ScmIntegrationRegistry;
}) {
  const { catalog, config, integrations } = options;
  return createTemplateAction({
    id: 'goldenpath:plan',
    description:
      'Works out everything that a new service is from the answers of the form',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        stack: z => z.enum(STACKS).describe('What it is written in'),
        version: z =>
          z
            .string()
            .regex(/^\d+\.\d+\.\d+$/)
            .describe('Semantic version of the template'),
        parameters: z =>
          z
            .record(z.any())
            .describe('Answers of the form: `${{ parameters }}`'),
      },
      output: {
        service: z =>
          z
            .record(z.any())
            .describe('What the layers write down: a PlannedService'),
        answers: z =>
          z
            .record(z.any())
            .describe('The answers, complete, without what is not known'),
      },
    },
    async handler(ctx) {
      const { stack, version } = ctx.input;
      const answers = readServiceParameters(ctx.input.parameters);
      const { ownerEmail } = await readCatalogFacts({
        catalog,
        credentials: await ctx.getInitiatorCredentials(),
        parameters: answers,
      });
      const service = planService({
        stack,
        version,
        parameters: answers,
        platform: platformOf(config),
        host: knownHost(answers.repoUrl),
        ownerEmail,
      });
      const { name, promise, repository } = service;
      ctx.logger.info(
        `${name} promises ${promise.availability.percent} %, ${promise.availability.budgetMinutes} minutes a month, and will be kept in ${repository.url}`,
      );
      ctx.output('service', { ...service });
      ctx.output('answers', answers);
    },
  });

  function knownHost(repoUrl: string): RepositoryHost {
    const name = hostOfRepoUrl(repoUrl);
    const host = hostOf(integrations, name);
    if (!host) {
      throw new InputError(
        `repoUrl: integrations of app-config names no GitHub, GitLab or Gitea at ${name}`,
      );
    }
    return { type: host.type, baseUrl: host.baseUrl.replace(/\/+$/, '') };
  }
}
