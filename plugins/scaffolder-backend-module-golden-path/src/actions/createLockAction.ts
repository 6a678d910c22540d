import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  resolveSafeChildPath,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  layersOf,
  LOCK_FILE,
  type LockFile,
  type PlannedService,
  policyOf,
} from '@plimsoll/plugin-golden-path-common';
import { stringify } from 'yaml';
import { ENGINE } from '../lock/engine';
import { hashTemplate } from '../lock/hashTemplate';
import { listFiles } from '../lock/listFiles';
import { lockExamples as examples } from './examples/lockExamples';

const HEAD = `# How this repository was made: a newer template is merged into it by this.
# Written by the portal; nobody has to change it.
`;

/**
 * Writes down how a service was made: template, answers and every file. The
 * last step before it is published, for it knows all files.
 *
 * @public
 */
export function createLockAction(options: {
  reader: UrlReaderService;
  integrations: ScmIntegrations;
}) {
  const { reader, integrations } = options;
  return createTemplateAction({
    id: 'goldenpath:lock',
    description: `Writes ${LOCK_FILE}: how a service was made, so that it can be brought up to date`,
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        service: z => z.record(z.any()).describe('From `goldenpath:plan`'),
        answers: z => z.record(z.any()).describe('From `goldenpath:plan`'),
      },
      output: {
        files: z => z.number().describe('How many files there are'),
        hash: z => z.string().describe('SHA-256 of the template'),
      },
    },
    async handler(ctx) {
      const service = ctx.input.service as unknown as PlannedService;
      const hash = await hashTemplate({
        reader,
        integrations,
        baseUrl: ctx.templateInfo?.baseUrl,
        layers: layersOf(service),
        folder: await ctx.createTemporaryDirectory(),
      });
      const files = (await listFiles(ctx.workspacePath)).filter(
        ({ path }) => path !== LOCK_FILE,
      );
      const lock: LockFile = {
        version: 1,
        template: { ...service.template, hash },
        engine: ENGINE,
        answers: ctx.input.answers,
        files: Object.fromEntries(
          files.map(({ path, ...file }) => [
            path,
            { ...file, policy: policyOf(path) },
          ]),
        ),
      };
      const place = resolveSafeChildPath(ctx.workspacePath, LOCK_FILE);
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, `${HEAD}${stringify(lock, { lineWidth: 0 })}`);
      ctx.logger.info(`${LOCK_FILE} holds ${files.length} files`);
      ctx.output('files', files.length + 1);
      ctx.output('hash', hash);
    },
  });
}
