import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  fileUrlOf,
  type PlannedService,
} from '@plimsoll/plugin-golden-path-common';
import type { RepositoryTarget } from '../target/RepositoryTarget';
import { targetExamples as examples } from './examples/targetExamples';

const SENTENCES = {
  missing: (url: string) => `${url} will be made`,
  empty: (url: string) =>
    `${url} is empty, as an earlier try has left it, and will be filled`,
  ours: (url: string) =>
    `${url} was made by an earlier try with the same answers, and stays as it is`,
};

/**
 * Looks what there is already where a service is to be made: nothing, or what
 * an earlier try with the same answers has left. Whatever else is there is
 * somebody's, and ends the task before anything is made.
 *
 * @public
 */
export function createTargetAction(options: { target: RepositoryTarget }) {
  const { target } = options;
  return createTemplateAction({
    id: 'goldenpath:target',
    description:
      'Ends the task where the name or the repository of a new service is taken',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        service: z => z.record(z.any()).describe('From `goldenpath:plan`'),
        answers: z => z.record(z.any()).describe('From `goldenpath:plan`'),
      },
      output: {
        repository: z =>
          z
            .enum(['missing', 'empty', 'ours'])
            .describe(
              '`ours`: made by an earlier try with the same answers; `empty`: by one that did not come to its end',
            ),
        registered: z =>
          z.boolean().describe('Whether the catalog has its location'),
        catalogInfoUrl: z =>
          z.string().describe('Address of its catalog-info.yaml'),
      },
    },
    async handler(ctx) {
      const service = ctx.input.service as unknown as PlannedService;
      if (ctx.isDryRun) {
        ctx.logger.info(
          `Would look whether ${service.repository.url} exists already`,
        );
        ctx.output('repository', 'missing');
        ctx.output('registered', false);
        ctx.output(
          'catalogInfoUrl',
          fileUrlOf(service.repository, 'catalog-info.yaml'),
        );
        return;
      }
      const state = await target.require({
        service,
        answers: ctx.input.answers,
        credentials: await ctx.getInitiatorCredentials(),
      });
      ctx.logger.info(SENTENCES[state.repository](service.repository.url));
      ctx.output('repository', state.repository);
      ctx.output('registered', state.registered);
      ctx.output('catalogInfoUrl', state.catalogInfoUrl);
    },
  });
}
