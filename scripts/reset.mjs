/** `npm run reset`: removes the portal's databases, so that it starts anew. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runMain } from './console/runMain.mjs';
import { say } from './console/say.mjs';
import { Sentence } from './console/Sentence.mjs';
import { paths } from './setup/paths.mjs';
import { isPortalRunning } from './setup/runFolder.mjs';

await runMain(async () => {
  if (isPortalRunning()) {
    throw new Sentence(
      'The portal is running on these databases: stop it with Ctrl-C, then run "npm run reset" again.',
    );
  }
  const names = existsSync(paths.data) ? readdirSync(paths.data) : [];
  for (const name of names) {
    rmSync(join(paths.data, name), { recursive: true, force: true });
  }
  say(
    names.length === 0
      ? 'data/ is empty already; nothing to remove.'
      : `removed from data/: ${names.join(', ')}`,
  );
});
