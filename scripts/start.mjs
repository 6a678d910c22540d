/** `npm start`: sets everything up, starts the portal and says where it is. */
import { runMain } from './console/runMain.mjs';
import { say, sayWhile } from './console/say.mjs';
import { portalPorts, requireFreePorts } from './portal/portalPorts.mjs';
import { startPortal } from './portal/startPortal.mjs';
import { markPortalRunning } from './setup/runFolder.mjs';
import { setUp } from './setup/setUp.mjs';

async function main() {
  const ports = portalPorts(process.env);
  await requireFreePorts(ports);
  const { env, runFolder } = await setUp();
  // the installation takes minutes, in which others may have started
  await requireFreePorts(ports);
  markPortalRunning(runFolder);

  const { url, parts } = startPortal({ env, ports });
  await sayWhile('starting the backend and building the front end', () =>
    Promise.all(
      parts.map(async part => {
        const seconds = await part.ready();
        say(`the ${part.name} is up (${Math.round(seconds)} s)`);
      }),
    ),
  );
  say(`ready at ${url} - stop with Ctrl-C`);

  parts.forEach(part => part.watch(say));

  const ended = await Promise.race(
    parts.map(part => part.ended.then(() => part)),
  );
  throw ended.trouble('has stopped');
}

await runMain(main, { exitCodeOnSignal: () => 0 });
