import { readPort, requireFreePort } from '../process/ports.mjs';

export const FRONT_END = { what: 'front end', variable: 'PLIMSOLL_PORT' };
export const BACKEND = { what: 'backend', variable: 'PLIMSOLL_BACKEND_PORT' };
export const FORGE = { what: 'local forge', variable: 'PLIMSOLL_FORGE_PORT' };

/**
 * The ports of the portal: those of app-config.yaml, or those that the
 * environment names.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ frontEnd: number, backend: number, forge: number }}
 */
export function portalPorts(env) {
  return {
    frontEnd: readPort({ env, variable: FRONT_END.variable, fallback: 3000 }),
    backend: readPort({ env, variable: BACKEND.variable, fallback: 7007 }),
    forge: readPort({ env, variable: FORGE.variable, fallback: 7155 }),
  };
}

/** @param {ReturnType<typeof portalPorts>} ports */
export async function requireFreePorts({ frontEnd, backend, forge }) {
  await requireFreePort({ port: frontEnd, ...FRONT_END });
  await requireFreePort({ port: backend, ...BACKEND });
  await requireFreePort({ port: forge, ...FORGE });
}

/**
 * The same ports as Backstage's configuration from the environment, which wins
 * over every app-config file.
 *
 * @param {ReturnType<typeof portalPorts>} ports
 * @returns {NodeJS.ProcessEnv}
 */
export function portConfiguration({ frontEnd, backend, forge }) {
  return {
    APP_CONFIG_app_baseUrl: `http://localhost:${frontEnd}`,
    APP_CONFIG_backend_baseUrl: `http://localhost:${backend}`,
    APP_CONFIG_backend_listen_port: String(backend),
    APP_CONFIG_backend_cors_origin: `http://localhost:${frontEnd}`,
    // app-config.yaml names it in several places
    [FORGE.variable]: String(forge),
  };
}
