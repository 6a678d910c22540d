import fs from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { changeValues } from '../values/changeValues';
import { unifiedDiff } from '../values/unifiedDiff';
import { patchValuesExamples as examples } from './examples/patchValuesExamples';

/** Changes of one file at once. */
const MOST_CHANGES = 50;

/**
 * Changes values of a Helm chart in the workspace and leaves everything else
 * in the file as it is. A dry run does the same: its workspace is thrown away.
 *
 * @public
 */
export function createPatchValuesAction() {
  return createTemplateAction({
    id: 'goldenpath:patch-values',
    description:
      'Changes values of a Helm chart in the workspace: comments, order, anchors and quotes of all other lines stay',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        file: z =>
          z.string().min(1).describe('Values file, relative to the workspace'),
        changes: z =>
          z
            .array(
              z.object({
                path: z
                  .string()
                  .min(1)
                  .max(500)
                  .describe(
                    "Place as Helm's --set writes it: resources.requests.cpu",
                  ),
                yaml: z
                  .string()
                  .min(1)
                  .max(5_000)
                  .describe(
                    'Value as it would stand in the file: 212m, 70, { zone: a }. A mapping is merged, missing entries of a list are added',
                  ),
                now: z
                  .string()
                  .optional()
                  .describe('What it is as far as is known, for people'),
              }),
            )
            .min(1)
            .max(MOST_CHANGES),
      },
      output: {
        changed: z =>
          z.boolean().describe('Whether anything is other than before'),
        paths: z => z.array(z.string()).describe('What is other than before'),
        diff: z => z.string().describe('The change as git apply reads it'),
      },
    },
    async handler(ctx) {
      const { file, changes } = ctx.input;
      const place = resolveSafeChildPath(ctx.workspacePath, file);
      const source = await readText(place, file);
      const { text, changed } = changeValues({ source, file, changes });
      const diff = unifiedDiff({ file, before: source, after: text });
      if (diff === '') {
        ctx.logger.info(`${file} has these values already: nothing is changed`);
      } else {
        await fs.writeFile(place, text, 'utf8');
        for (const line of diff.trimEnd().split('\n')) {
          ctx.logger.info(line);
        }
      }
      ctx.output('changed', diff !== '');
      ctx.output('paths', changed);
      ctx.output('diff', diff);
    },
  });
}

async function readText(place: string, file: string): Promise<string> {
  try {
    return await fs.readFile(place, 'utf8');
  } catch {
    throw new NotFoundError(
      `${file}: there is no such file in the workspace; give the path of the values file in the repository`,
    );
  }
}
