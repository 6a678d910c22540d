import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

const PEERS = resolvePackagePath(
  '@plimsoll/plugin-slo-backend',
  '../../.tools/peers',
);

/**
 * Where a binary lies: named by an environment variable, on PATH, or among
 * the peers that the repository's test script unpacks.
 */
export function findBinary(options: {
  name: string;
  variable: string;
  /** Folder below the peers, for instance `prometheus`. */
  peer: string;
}): string | undefined {
  const { name, variable, peer } = options;
  const named = process.env[variable];
  if (named) {
    return named;
  }
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map(folder => path.join(folder, name));
  return [...onPath, path.join(PEERS, peer, 'usr/bin', name)].find(
    isExecutable,
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
