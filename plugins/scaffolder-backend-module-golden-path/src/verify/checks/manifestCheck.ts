import { isError } from '@backstage/errors';
import type { Check, FileFinding } from '../Check';
import { documentsOf, isRecord, isYaml } from '../yamlFiles';
import type { WorkspaceFile } from '../WorkspaceFile';
import { kubernetesKind } from './kubernetesKind';

const NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
/** Written by the same hands, and no objects of a cluster. */
const OTHERS = /^(openslo|backstage\.io\/|v2$)/;

/** An object of a cluster, as far as any has. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: Record<string, unknown>;
}

/**
 * Manifests that stand as they are: names and labels that a cluster takes, and
 * the schemas of Kubernetes' own kinds. Custom resources have theirs in the
 * cluster.
 */
export const manifestCheck: Check = {
  name: 'kubernetes',
  title: 'Kubernetes objects outside of the chart keep their schemas',
  applies: file => isYaml(file) && manifestsOf(file).length > 0,
  find(files) {
    const findings: FileFinding[] = [];
    const seen = new Map<string, string>();
    for (const file of files) {
      for (const manifest of manifestsOf(file)) {
        const name = `${manifest.kind} ${String(manifest.metadata.name)}`;
        const key = `${manifest.apiVersion} ${String(
          manifest.metadata.namespace,
        )} ${name}`;
        const faults = [
          ...metadataFaults(manifest.metadata),
          ...schemaFaults(manifest),
          ...(seen.has(key) ? [`stands in ${seen.get(key)} too`] : []),
        ];
        seen.set(key, file.path);
        findings.push(
          ...faults.map(fault => ({
            severity: 'error' as const,
            file: file.path,
            message: `${name}: ${fault}`,
          })),
        );
      }
    }
    return findings;
  },
};

/** Objects of a file that are for a cluster. */
export function manifestsOf(file: WorkspaceFile): Manifest[] {
  return documentsOf(file).filter(isManifest);
}

function isManifest(value: unknown): value is Manifest & object {
  return (
    isRecord(value) &&
    typeof value.apiVersion === 'string' &&
    typeof value.kind === 'string' &&
    isRecord(value.metadata) &&
    !OTHERS.test(value.apiVersion)
  );
}

function metadataFaults({
  name,
  generateName,
  labels,
}: Record<string, unknown>): string[] {
  const given = name ?? generateName;
  return [
    ...(typeof given === 'string' && NAME.test(given.replace(/-$/, ''))
      ? []
      : ['its metadata.name is none that a cluster takes']),
    ...Object.entries(isRecord(labels) ? labels : {})
      .filter(
        ([, value]) => typeof value !== 'string' || !LABEL_VALUE.test(value),
      )
      .map(
        ([label]) =>
          `its label ${label} has a value that a cluster refuses; quote numbers, and write at most 63 letters, digits, - _ .`,
      ),
  ];
}

function schemaFaults(manifest: Manifest): string[] {
  const kind = kubernetesKind(manifest);
  if (!kind) {
    return [];
  }
  try {
    kind.validate(manifest);
    return [];
  } catch (error) {
    return [isError(error) ? error.message : 'does not keep its schema'];
  }
}
