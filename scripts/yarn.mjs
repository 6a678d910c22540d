/** `npm run yarn -- <arguments>`: Plimsoll's own Yarn, for changing dependencies. */
import { join } from 'node:path';
import { runMain } from './console/runMain.mjs';
import { startGuarded } from './process/startGuarded.mjs';
import { paths } from './setup/paths.mjs';
import { setUp } from './setup/setUp.mjs';

await runMain(async () => {
  const { installEnv } = await setUp({ packages: false });
  const { exitCode } = await startGuarded({
    command: join(paths.runtime, 'bin', 'yarn'),
    args: process.argv.slice(2),
    cwd: process.cwd(),
    env: installEnv,
  }).exited;
  return exitCode ?? 1;
});
