import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { findProgram } from '../findProgram';
import type { KubernetesObject } from '../kubernetes/KubernetesObject';

const run = promisify(execFile);

/** Values beside those of the chart's files, by path: `strategy.type`. */
export type ChartValues = Record<string, string | number | boolean>;

export interface ChartOptions {
  /** Of the service. */
  folder: string;
  environment: 'staging' | 'production';
  values?: ChartValues;
}

/** Why there is no Helm here; nothing where there is one. */
export const helmMissing = () =>
  findProgram('helm') ? undefined : 'Helm is not installed';

/**
 * The objects of a service's chart, by the real `helm template`.
 *
 * @throws with Helm's own words where it refuses
 */
export async function renderChart(
  options: ChartOptions,
): Promise<KubernetesObject[]> {
  const text = await helm('template', 'release', options);
  return parseAllDocuments(text)
    .map(document => document.toJS())
    .filter(object => object !== null);
}

/**
 * `helm lint --strict`.
 *
 * @throws with Helm's own words where it finds something
 */
export async function lintChart(options: ChartOptions): Promise<void> {
  await helm('lint', '--strict', options);
}

let home: Promise<string> | undefined;

async function helm(
  command: string,
  argument: string,
  { folder, environment, values = {} }: ChartOptions,
): Promise<string> {
  home ??= mkdtemp(join(tmpdir(), 'helm-'));
  const place = await home;
  const { stdout } = await run(
    findProgram('helm') ?? 'helm',
    [
      command,
      argument,
      join(folder, 'chart'),
      '--namespace=shop',
      `--values=${join(folder, 'chart', `values-${environment}.yaml`)}`,
      ...Object.entries(values).map(
        ([path, value]) => `--set-json=${path}=${JSON.stringify(value)}`,
      ),
    ],
    {
      maxBuffer: 16 * 1024 * 1024,
      // nothing of the user's
      env: {
        PATH: process.env.PATH,
        HELM_CACHE_HOME: place,
        HELM_CONFIG_HOME: place,
        HELM_DATA_HOME: place,
      },
    },
  );
  return stdout;
}
