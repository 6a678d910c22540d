import { join } from 'node:path';

/** Folders below the one that Go may write to, several gigabytes. */
export const goCaches = ['go', 'go-build'];

/**
 * Go's environment: the user's module proxy, but all caches in a folder of the
 * checkout and no other Go than the one that is installed.
 *
 * @param {{ env: NodeJS.ProcessEnv, folder: string }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function goEnvironment({ env, folder }) {
  const [modules, build] = goCaches;
  return {
    ...env,
    GOPATH: join(folder, modules),
    GOCACHE: join(folder, build),
    GOFLAGS: `-buildvcs=false -modcacherw ${env.GOFLAGS ?? ''}`.trim(),
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
    CGO_ENABLED: '0',
  };
}
