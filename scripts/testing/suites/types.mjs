import { join } from 'node:path';
import { paths } from '../../setup/paths.mjs';
import { runChecks } from '../runChecks.mjs';

/** The TypeScript of every package fits together. */
export const types = {
  name: 'types',
  fast: true,
  choosesTests: false,
  peers: [],
  run: context =>
    runChecks(
      [
        {
          name: 'tsc',
          command: 'tsc',
          args: [
            '--noEmit',
            '--emitDeclarationOnly',
            'false',
            '--pretty',
            'false',
            '--incremental',
            '--tsBuildInfoFile',
            join(paths.cache, 'tsc', 'tsconfig.tsbuildinfo'),
          ],
        },
      ],
      context,
    ),
};
