import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { readWorkspace } from './readWorkspace';
import { verificationText, verifyFindingText } from './verificationText';
import { verifyExamples as examples } from './verifyExamples';
import { verifyWorkspace } from './verifyWorkspace';

/** More of the same help nobody. */
const MOST_LISTED = 30;

/**
 * Checks everything in the workspace that can be checked without other
 * programs, and stops the task before a fault is published. It reads only, so
 * a dry run does the same.
 *
 * @public
 */
export function createVerifyAction() {
  return createTemplateAction({
    id: 'goldenpath:verify',
    description:
      'Checks the files of the workspace before they are published, says what was not checked, and stops at faults',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        failOn: z =>
          z
            .enum(['error', 'warning'])
            .optional()
            .describe('What stops the task; error'),
      },
      output: {
        checked: z =>
          z.array(
            z.object({
              check: z.string(),
              title: z.string(),
              files: z.number(),
            }),
          ),
        notChecked: z =>
          z.array(z.object({ what: z.string(), why: z.string() })),
        findings: z =>
          z
            .array(
              z.object({
                severity: z.enum(['error', 'warning']),
                check: z.string(),
                file: z.string(),
                line: z.number().optional(),
                message: z.string(),
              }),
            )
            .describe('What was found and did not stop the task'),
        summary: z => z.string().describe('All of it as Markdown'),
      },
    },
    async handler(ctx) {
      const verification = await verifyWorkspace(
        await readWorkspace(ctx.workspacePath),
      );
      const { checked, notChecked, findings } = verification;
      const stopping = findings.filter(
        ({ severity }) =>
          severity === 'error' || ctx.input.failOn === 'warning',
      );
      if (stopping.length) {
        throw new InputError(faultsText(stopping.map(verifyFindingText)));
      }
      checked.forEach(({ title, files }) =>
        ctx.logger.info(`${title} (${files} files)`),
      );
      findings.forEach(finding => ctx.logger.warn(verifyFindingText(finding)));
      notChecked.forEach(({ what, why }) =>
        ctx.logger.info(`Not checked: ${what}: ${why}`),
      );
      ctx.output('checked', checked);
      ctx.output('notChecked', notChecked);
      ctx.output('findings', findings);
      ctx.output('summary', verificationText(verification));
    },
  });
}

function faultsText(lines: readonly string[]): string {
  const more = lines.length - MOST_LISTED;
  return [
    `Nothing was published: the files have ${lines.length} faults, which the template has to mend`,
    ...lines.slice(0, MOST_LISTED).map(line => `- ${line}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ].join('\n');
}
