import { join } from 'node:path';
import { clusterFolder } from './clusterPrograms.mjs';

/**
 * Go's environment: the user's module proxy, but all caches in the checkout
 * and no other Go than the one that is installed.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function goEnvironment(env) {
  return {
    ...env,
    GOPATH: join(clusterFolder, 'go'),
    GOCACHE: join(clusterFolder, 'go-build'),
    GOFLAGS: `-buildvcs=false -modcacherw ${env.GOFLAGS ?? ''}`.trim(),
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
    CGO_ENABLED: '0',
  };
}
