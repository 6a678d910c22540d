import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

/** The front end with our plugins, and the same portal without them. */
export const VARIANTS = {
  full: {},
  bare: {
    app: {
      packages: {
        exclude: ['@plimsoll/plugin-slo', '@plimsoll/plugin-stability'],
      },
    },
  },
};

/**
 * Builds both variants for production.
 *
 * @param {{ root: string, folder: string, log: (line: string) => void }} options
 * @returns {Record<string, string>} folder of each variant
 */
export function buildVariants({ root, folder, log }) {
  const folders = {};
  for (const [name, config] of Object.entries(VARIANTS)) {
    const target = join(folder, name);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    const configFile = join(folder, `${name}.yaml`);
    writeFileSync(configFile, JSON.stringify(config));
    log(`building the front end (${name})`);
    const build = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
        'package',
        'build',
        '--config',
        join(root, 'app-config.yaml'),
        '--config',
        configFile,
      ],
      { cwd: join(root, 'packages/app'), encoding: 'utf8' },
    );
    if (build.status !== 0) {
      throw new Error(
        `The front end (${name}) does not build:\n${build.stdout}${build.stderr}`,
      );
    }
    const dist = join(root, 'packages/app/dist');
    if (!existsSync(join(dist, 'index.html'))) {
      throw new Error(`The build left no index.html in ${dist}`);
    }
    cpSync(dist, target, { recursive: true });
    folders[name] = target;
  }
  return folders;
}
