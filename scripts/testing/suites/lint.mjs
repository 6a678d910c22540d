import { join } from 'node:path';
import { paths } from '../../setup/paths.mjs';
import { runChecks } from '../runChecks.mjs';

/** Every file is written as the house writes. */
export const lint = {
  name: 'lint',
  fast: true,
  choosesTests: false,
  peers: [],
  run: context =>
    runChecks(
      [
        {
          name: 'eslint-packages',
          command: 'backstage-cli',
          args: ['repo', 'lint', '--max-warnings', '0'],
        },
        {
          name: 'eslint-scripts',
          command: 'eslint',
          args: [
            '--max-warnings',
            '0',
            '--ext',
            '.mjs',
            'scripts',
            'e2e-tests',
          ],
        },
        {
          name: 'prettier',
          command: 'prettier',
          args: [
            '--check',
            '--loglevel',
            'warn',
            '--cache',
            '--cache-location',
            join(paths.cache, 'prettier'),
            '.',
          ],
        },
        {
          name: 'config-check',
          command: 'backstage-cli',
          args: ['config:check', '--lax'],
        },
      ],
      context,
    ),
};
