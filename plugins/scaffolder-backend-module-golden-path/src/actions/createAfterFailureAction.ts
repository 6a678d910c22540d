import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { PlannedService } from '@plimsoll/plugin-golden-path-common';
import type { RepositoryTarget } from '../target/RepositoryTarget';
import { sayWhatExists } from '../target/sayWhatExists';
import { afterFailureExamples as examples } from './examples/afterFailureExamples';

/**
 * Says in the log of a task that has failed what there is of the service, and
 * what to do: a task that failed has no result page.
 *
 * @public
 */
export function createAfterFailureAction(options: {
  target: RepositoryTarget;
}) {
  const { target } = options;
  return createTemplateAction({
    id: 'goldenpath:after-failure',
    description:
      'Says after a failure what exists of a new service, and what to do',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        service: z =>
          z.record(z.any()).optional().describe('From `goldenpath:plan`'),
        answers: z =>
          z.record(z.any()).optional().describe('From `goldenpath:plan`'),
      },
      output: { sentence: z => z.string() },
    },
    async handler(ctx) {
      const sentence = ctx.isDryRun
        ? 'Nothing was made: this was a dry run.'
        : await sayWhatExists({
            target,
            service: ctx.input.service as unknown as PlannedService | undefined,
            answers: ctx.input.answers,
            credentials: await ctx.getInitiatorCredentials(),
          });
      ctx.logger.warn(sentence);
      ctx.output('sentence', sentence);
    },
  });
}
