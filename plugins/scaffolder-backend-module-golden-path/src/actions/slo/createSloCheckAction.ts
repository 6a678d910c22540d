import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { checkSloFiles } from './checkSloFiles';
import { sloCheckExamples as examples } from './examples/sloCheckExamples';
import { findingText } from './findingText';
import { readSloFiles } from './readSloFiles';

/**
 * The doctor of the SLO plugin for OpenSLO documents of the workspace. It
 * reads only, so a dry run does the same.
 *
 * @public
 */
export function createSloCheckAction() {
  return createTemplateAction({
    id: 'slo:check',
    description:
      'Checks OpenSLO documents of the workspace as the portal will read them, and stops where one would not be measured',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        paths: z =>
          z
            .array(z.string().min(1))
            .min(1)
            .max(50)
            .optional()
            .describe('Files and folders, relative to the workspace; [slo]'),
      },
      output: {
        objectives: z => z.number().describe('Objectives that were checked'),
        findings: z =>
          z
            .array(
              z.object({
                severity: z.enum(['error', 'warning', 'info']),
                check: z.string(),
                document: z.string(),
                path: z.string(),
                message: z.string(),
                fix: z.string(),
              }),
            )
            .describe('What it found beside errors, which stop the task'),
      },
    },
    async handler(ctx) {
      const files = await readSloFiles({
        workspacePath: ctx.workspacePath,
        paths: ctx.input.paths ?? ['slo'],
      });
      const { findings, documents, objectives } = checkSloFiles(files);
      const errors = findings.filter(({ severity }) => severity === 'error');
      if (errors.length) {
        throw new InputError(
          `The OpenSLO documents have to be mended first:\n${errors
            .map(finding => `- ${findingText(finding)}`)
            .join('\n')}`,
        );
      }
      if (objectives === 0) {
        throw new InputError(
          `${files.map(({ name }) => name).join(', ') || 'The folder'} ${
            documents ? 'hold no SLO' : 'hold no OpenSLO document'
          }; write at least one SLO`,
        );
      }
      for (const finding of findings) {
        ctx.logger.warn(`${finding.severity}: ${findingText(finding)}`);
      }
      ctx.logger.info(`${objectives} objectives in ${documents} documents`);
      ctx.output('objectives', objectives);
      ctx.output('findings', findings);
    },
  });
}
