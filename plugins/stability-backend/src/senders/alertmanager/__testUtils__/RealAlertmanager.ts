import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { withTemplates } from './withTemplates';

/** Of a tenth of a second each, on the busiest machine. */
const ATTEMPTS = 2_000;

const CARRIED = resolvePackagePath(
  '@plimsoll/plugin-stability-backend',
  '../../.tools/peers/alertmanager/usr/bin/prometheus-alertmanager',
);

/** Where the program lies: named by a variable, or brought by the test script. */
export function findAlertmanager(): string | undefined {
  const { ALERTMANAGER_BIN: named } = process.env;
  return named ?? (existsSync(CARRIED) ? CARRIED : undefined);
}

/** A real Alertmanager that sends to one receiver, a second after each change. */
export class RealAlertmanager {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #folder: string;

  /** @param options.webhook - one item of `webhook_configs` */
  static async start(options: {
    binary: string;
    webhook: object;
  }): Promise<RealAlertmanager> {
    const folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-alerts-'));
    const config = path.join(folder, 'alertmanager.yml');
    await writeFile(
      config,
      stringify({
        route: {
          receiver: 'plimsoll',
          group_by: ['alertname'],
          group_wait: '1s',
          group_interval: '1s',
          repeat_interval: '1h',
        },
        receivers: [{ name: 'plimsoll', webhook_configs: [options.webhook] }],
      }),
    );
    const port = await freePort();
    const child = spawn(
      await withTemplates({ binary: options.binary, folder }),
      [
        `--config.file=${config}`,
        `--storage.path=${path.join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--cluster.listen-address=',
      ],
      { cwd: folder, stdio: 'ignore' },
    );
    const server = new RealAlertmanager(port, child, folder);
    for (
      let attempt = 0;
      attempt < ATTEMPTS && child.exitCode === null;
      attempt++
    ) {
      if (await server.#isReady()) {
        return server;
      }
      await sleep(100);
    }
    await server.stop();
    throw new Error(`${options.binary} did not become ready`);
  }

  private constructor(port: number, child: ChildProcess, folder: string) {
    this.url = `http://127.0.0.1:${port}`;
    this.#process = child;
    this.#folder = folder;
  }

  /** Tells it of alerts, as Prometheus does. */
  async alert(alerts: object[]): Promise<void> {
    const response = await fetch(`${this.url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(alerts),
    });
    if (!response.ok) {
      throw new Error(`Alertmanager refuses: ${await response.text()}`);
    }
  }

  /** Ends the process and removes its data. */
  async stop(): Promise<void> {
    if (this.#process.exitCode === null && !this.#process.signalCode) {
      const ended = new Promise(resolve => this.#process.once('exit', resolve));
      this.#process.kill('SIGTERM');
      await ended;
    }
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/-/ready`)).ok;
    } catch {
      return false;
    }
  }
}

/**
 * A port of this machine that nobody listens on, below those that the system
 * hands out to others in the meantime.
 */
export async function freePort(): Promise<number> {
  let reason = '';
  for (let tries = 0; tries < 100; tries += 1) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const server = createServer();
    const fault = await new Promise<Error | undefined>(resolve => {
      server.once('error', resolve);
      server.listen(port, '127.0.0.1', () => resolve(undefined));
    });
    await new Promise(resolve => server.close(resolve));
    if (!fault) {
      return port;
    }
    reason = fault.message;
  }
  throw new Error(`No port is free on 127.0.0.1: ${reason}`);
}
