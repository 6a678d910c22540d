import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Stack } from '@plimsoll/plugin-golden-path-common';
import sloPlugin from '@plimsoll/plugin-slo-backend';
import type {
  ObjectivePage,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import {
  type CreatePortal,
  startCreatePortal,
} from '../../__testUtils__/startCreatePortal';

const run = promisify(execFile);

/**
 * A portal in which services are created, and which asks a Prometheus how they
 * keep their objectives.
 */
export class StackPortal {
  readonly #portal: CreatePortal;
  readonly #folder: string;

  /** @param options.prometheusUrl - of a Prometheus, which may start later */
  static async start(options: { prometheusUrl: string }): Promise<StackPortal> {
    const folder = mkdtempSync(join(tmpdir(), 'stack-'));
    const portal = await startCreatePortal({
      directory: folder,
      features: [sloPlugin, schedulerServiceFactory],
      config: {
        slo: {
          sources: {
            prometheus: {
              type: 'prometheus',
              baseUrl: options.prometheusUrl,
              scrapeInterval: '1s',
            },
          },
        },
      },
    });
    return new StackPortal(portal, folder);
  }

  private constructor(portal: CreatePortal, folder: string) {
    this.#portal = portal;
    this.#folder = folder;
  }

  /**
   * Sends the form, and clones the repository that it made.
   *
   * @returns the clone's folder
   * @throws what the task said, where it failed
   */
  async create(options: { stack: Stack; name: string }): Promise<string> {
    const { name } = options;
    const { status, log, errors } = await this.#portal.create(options);
    if (status !== 'completed') {
      throw new Error(`${status}: ${log}${JSON.stringify(errors)}`);
    }
    const clone = join(this.#folder, name);
    await run('git', ['clone', '--quiet', this.#portal.gitUrl(name), clone], {
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
    });
    return clone;
  }

  /** What its SLO page says of a service, by the names of the documents. */
  async objectives(name: string): Promise<Record<string, ObjectiveStatus>> {
    const ref = encodeURIComponent(`component:default/${name}`);
    const response = await fetch(
      `${this.#portal.url}/api/slo/objectives?entityRef=${ref}`,
    );
    if (!response.ok) {
      throw new Error(
        `The portal answers ${response.status}: ${await response.text()}`,
      );
    }
    const { items } = (await response.json()) as ObjectivePage;
    return Object.fromEntries(
      items.map(item => [parseEntityRef(item.ref).name, item]),
    );
  }

  async stop(): Promise<void> {
    await this.#portal.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
