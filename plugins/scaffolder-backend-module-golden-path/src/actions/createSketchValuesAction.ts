import fs from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { sketchValues } from '../values/sketchValues';

/**
 * Writes the values that a change starts from into the workspace, where the
 * file that holds them cannot be read: so there still is a change to look at.
 *
 * @public
 */
export function createSketchValuesAction() {
  return createTemplateAction({
    id: 'goldenpath:sketch-values',
    description:
      'Writes a values file that holds only what is to be changed, as it is known now',
    supportsDryRun: true,
    schema: {
      input: {
        file: z => z.string().min(1),
        note: z => z.string().max(500).describe('A comment on top'),
        changes: z =>
          z.array(
            z.object({
              path: z.string().min(1),
              yaml: z.string(),
              now: z.string().optional(),
            }),
          ),
      },
    },
    async handler(ctx) {
      const { file, note, changes } = ctx.input;
      const place = resolveSafeChildPath(ctx.workspacePath, file);
      await fs.mkdir(dirname(place), { recursive: true });
      await fs.writeFile(place, sketchValues({ changes, note }), 'utf8');
      ctx.logger.info(`${file} stands in for the service's own values`);
    },
  });
}
