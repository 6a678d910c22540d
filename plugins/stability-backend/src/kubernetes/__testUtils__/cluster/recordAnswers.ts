import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kubectl } from './kubectl';
import { NAMESPACE } from './manifests';

const FOLDER = join(__dirname, '../../__fixtures__/recorded');

const PATHS = {
  deployments: `/apis/apps/v1/namespaces/${NAMESPACE}/deployments`,
  rollouts: `/apis/argoproj.io/v1alpha1/namespaces/${NAMESPACE}/rollouts`,
  replicasets: `/apis/apps/v1/namespaces/${NAMESPACE}/replicasets`,
};

/** Fields of an object that say nothing to a test, or differ in each run. */
const SCRUBBED = new Set([
  'managedFields',
  'selfLink',
  'kubectl.kubernetes.io/last-applied-configuration',
]);

/**
 * Keeps what the API server answers now as fixtures of the unit tests, when the
 * suite runs with CLUSTER_RECORD=1.
 *
 * @param moment - begins their names
 */
export async function recordAnswers(moment: string): Promise<void> {
  if (!process.env.CLUSTER_RECORD) {
    return;
  }
  await mkdir(FOLDER, { recursive: true });
  for (const [name, path] of Object.entries(PATHS)) {
    const answer = JSON.parse(
      await kubectl([
        'get',
        '--raw',
        `${path}?labelSelector=backstage.io/kubernetes-id!=nobody`,
      ]),
    );
    const kept = name === 'replicasets' ? metadataOnly(answer) : answer;
    await writeFile(
      join(FOLDER, `${moment}-${name}.json`),
      `${JSON.stringify(scrub(kept), null, 2)}\n`,
    );
  }
}

/** As the API server answers who wants no more. */
function metadataOnly(list: { items: Array<{ metadata: object }> }): object {
  return { ...list, items: list.items.map(({ metadata }) => ({ metadata })) };
}

/** Uids become `uid-1`, `uid-2`, ..., the same in all files. */
const uids = new Map<string, string>();

function scrub(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(scrub);
  }
  if (typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)) {
    uids.set(value, uids.get(value) ?? `uid-${uids.size + 1}`);
    return uids.get(value);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !SCRUBBED.has(key))
      .map(([key, part]) => [key, scrub(part)]),
  );
}
