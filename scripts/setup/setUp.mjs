import { bringRuntime } from './bringRuntime.mjs';
import { installEnvironment, programEnvironment } from './environment.mjs';
import { installPackages } from './installPackages.mjs';
import { createRunFolder } from './runFolder.mjs';

/**
 * Makes the checkout ready to run anything in it: Node, Yarn and the packages.
 *
 * @param {{ packages?: boolean }} [options] packages: false leaves out the
 *   packages
 * @returns {Promise<{ runFolder: string, installEnv: NodeJS.ProcessEnv, env: NodeJS.ProcessEnv }>}
 *   env: for the portal and the suites; installEnv: for npm and Yarn
 */
export async function setUp({ packages = true } = {}) {
  const runFolder = createRunFolder();
  const installEnv = installEnvironment({ env: process.env, runFolder });
  await bringRuntime({ env: installEnv });
  if (packages) {
    await installPackages({ env: installEnv });
  }
  return {
    runFolder,
    installEnv,
    env: programEnvironment({ env: process.env, runFolder }),
  };
}
