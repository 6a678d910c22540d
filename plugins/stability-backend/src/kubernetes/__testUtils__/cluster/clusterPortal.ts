import type { Deployment } from '@plimsoll/plugin-stability-common';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

/** A portal with the Kubernetes plugin that knows the cluster of the suite. */
export interface ClusterPortal {
  /** Oldest first. */
  deploymentsOf(service: string): Promise<Deployment[]>;
  /** What the portal warned of so far, in one line each. */
  warnings(): string[];
  stop(): void;
}

/**
 * Starts a portal in a process of its own.
 *
 * @param options.database - file of its SQLite database
 * @param options.serviceAccountToken - with which it reaches the cluster
 */
export async function startClusterPortal(options: {
  services: string[];
  database: string;
  serviceAccountToken: string;
}): Promise<ClusterPortal> {
  const portal = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      join(__dirname, 'portalProcess.ts'),
      JSON.stringify({ ...options, clusterUrl: process.env.CLUSTER_URL }),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const warnings: string[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: portal.stdout }).on('line', line => {
      if (line.startsWith('{')) {
        const told = JSON.parse(line);
        warnings.push(...(told.warning ? [told.warning] : []));
        if (told.port) {
          resolve(told.port);
        }
      }
    });
    portal.on('exit', () =>
      reject(new Error(`The portal ended: ${warnings.join('\n')}`)),
    );
  });
  return {
    warnings: () => warnings,
    stop: () => portal.kill(),
    async deploymentsOf(service) {
      const response = await fetch(
        `http://localhost:${port}/api/stability/deployments?entityRef=component:default/${service}`,
      );
      if (!response.ok) {
        throw new Error(`The portal answers ${response.status}`);
      }
      const { items } = await response.json();
      return [...items].reverse();
    },
  };
}
