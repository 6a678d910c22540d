import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../setup/paths.mjs';
import { forgePassword } from './forgePassword.mjs';
import { BACKEND, FRONT_END, portConfiguration } from './portalPorts.mjs';
import { startPart } from './startPart.mjs';

/**
 * Starts the portal's front end and backend for development.
 *
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env
 * @param {{ frontEnd: number, backend: number, forge: number }} options.ports
 * @returns {{ url: string, parts: import('./startPart.mjs').PortalPart[] }}
 */
export function startPortal({ env, ports }) {
  mkdirSync(paths.data, { recursive: true });
  const settings = {
    ...env,
    ...portConfiguration(ports),
    PLIMSOLL_FORGE_PASSWORD: forgePassword(paths.data),
  };
  const url = `http://localhost:${ports.frontEnd}`;
  return {
    url,
    parts: [
      startPart({
        needs: { port: ports.backend, ...BACKEND },
        name: 'backend',
        log: join(paths.logs, 'backend.log'),
        ...backstagePackage('packages/backend'),
        url: `http://127.0.0.1:${ports.backend}/.backstage/health/v1/readiness`,
        env: settings,
      }),
      startPart({
        needs: { port: ports.frontEnd, ...FRONT_END },
        name: 'front end',
        log: join(paths.logs, 'front-end.log'),
        ...backstagePackage('packages/app'),
        url: `${url}/`,
        env: settings,
      }),
    ],
  };
}

function backstagePackage(folder) {
  return {
    command: join(paths.root, 'node_modules', '.bin', 'backstage-cli'),
    args: ['package', 'start'],
    cwd: join(paths.root, folder),
  };
}
