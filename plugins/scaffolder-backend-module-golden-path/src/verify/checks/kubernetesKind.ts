import { createRequire } from 'node:module';
import { isError } from '@backstage/errors';

const API_VERSION = /^([a-z0-9-]+(\.[a-z0-9-]+)*\/)?v[0-9]+[a-z0-9]*$/;
const KIND = /^[A-Z][A-Za-z]*$/;
const NO_SUCH_KIND = new Set([
  'MODULE_NOT_FOUND',
  'ERR_PACKAGE_PATH_NOT_EXPORTED',
]);

/** What knows the schema of a kind. */
export interface KubernetesKind {
  /** @throws Error that names the field */
  validate(manifest: object): void;
}

type KindModel = new (data: object) => { validate(): void };

const load = createRequire(__filename);

/**
 * The schema of one of Kubernetes' own kinds. Each is a module: one is loaded
 * when the first object of its kind comes.
 *
 * @returns undefined for a custom resource
 */
export function kubernetesKind(manifest: {
  apiVersion: string;
  kind: string;
}): KubernetesKind | undefined {
  const { apiVersion, kind } = manifest;
  // it becomes the name of a module
  if (!API_VERSION.test(apiVersion) || !KIND.test(kind)) {
    return undefined;
  }
  try {
    const models: Record<string, KindModel | undefined> = load(
      `kubernetes-models/${apiVersion}/${kind}`,
    );
    const Model = models[kind];
    return Model && { validate: data => new Model(data).validate() };
  } catch (error) {
    if (isError(error) && NO_SUCH_KIND.has(String(error.code))) {
      return undefined;
    }
    throw error;
  }
}
