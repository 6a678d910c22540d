const API_VERSION = /^([a-z0-9-]+(\.[a-z0-9-]+)*\/)?v[0-9]+[a-z0-9]*$/;
const KIND = /^[A-Z][A-Za-z]*$/;

/** What knows the schema of a kind. */
export interface KubernetesKind {
  /** @throws Error that names the field */
  validate(manifest: object): void;
}

type KindModel = new (data: object) => { validate(): void };

/**
 * The schema of one of Kubernetes' own kinds.
 *
 * @returns undefined for a custom resource
 */
export async function kubernetesKind(manifest: {
  apiVersion: string;
  kind: string;
}): Promise<KubernetesKind | undefined> {
  const { apiVersion, kind } = manifest;
  // it becomes the name of a module
  if (!API_VERSION.test(apiVersion) || !KIND.test(kind)) {
    return undefined;
  }
  try {
    const models = await import(`kubernetes-models/${apiVersion}/${kind}`);
    const Model: KindModel | undefined = models[kind] ?? models.default?.[kind];
    return Model && { validate: data => new Model(data).validate() };
  } catch {
    return undefined;
  }
}
