import type { Entity } from '@backstage/catalog-model';
import type { IdentityName, IdentityType } from './IdentityNames';

/** Annotations by which senders know a service, and what they name. */
export const IDENTITY_ANNOTATIONS: Record<string, IdentityType> = {
  'plimsoll.dev/service': 'service',
  'backstage.io/kubernetes-id': 'kubernetes-id',
  'argocd/app-name': 'argocd-app',
  'pagerduty.com/service-id': 'pagerduty-service',
  'github.com/project-slug': 'repository',
  'gitlab.com/project-slug': 'repository',
  'jenkins.io/job-full-name': 'job',
};

/** Where the catalog read an entity from, the most telling first. */
export const LOCATION_ANNOTATIONS = [
  'backstage.io/source-location',
  'backstage.io/managed-by-location',
];

/** Names that one entity's annotations give it. */
export function namesOfEntity(
  entity: Entity,
  entityRef: string,
): IdentityName[] {
  const annotations = entity.metadata.annotations ?? {};
  const names = Object.entries(IDENTITY_ANNOTATIONS).flatMap(
    ([annotation, type]) =>
      valuesOf(type, annotations[annotation]).map(value => ({
        type,
        value,
        entityRef,
      })),
  );
  const path = LOCATION_ANNOTATIONS.map(name =>
    folderOf(annotations[name] ?? ''),
  ).find(folder => folder !== undefined);
  return path ? [...names, { type: 'path', value: path, entityRef }] : names;
}

function valuesOf(type: IdentityType, text: string | undefined): string[] {
  const values = (text ?? '')
    .split(',')
    .map(value => value.trim().toLocaleLowerCase('en-US'))
    .filter(value => value !== '');
  // the Jenkins plugin lets an instance stand before the job
  const jobs = type === 'job' ? values.map(value => value.split(':')) : [];
  const bare = jobs.flatMap(parts => (parts.length === 2 ? parts[1] : []));
  return [...new Set([...values, ...bare])];
}

/**
 * The folder of a repository that a location lies in, as GitHub, GitLab, Gitea
 * and Bitbucket write it in their addresses.
 *
 * @returns undefined for the root, which every path lies in, and for what is no
 * such address
 */
export function folderOf(location: string): string | undefined {
  const match = location.match(
    /^url:https?:\/\/[^/]+\/.+?\/(?:-\/)?(tree|blob|src\/branch|src)\/[^/]+\/([^?#]+)$/,
  );
  if (!match) {
    return undefined;
  }
  const path = decode(match[2]).replace(/\/+$/, '');
  const isFile = match[1] === 'blob' || /\.ya?ml$/i.test(path);
  const folder = isFile ? path.split('/').slice(0, -1).join('/') : path;
  return folder === '' ? undefined : folder.toLocaleLowerCase('en-US');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
