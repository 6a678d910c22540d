import type { HostType } from './hostOf';
import type { Repository } from './Repository';

/** Gitea asks for a branch by its name. */
const USUAL_BRANCH = 'main';

/** @see fileUrl */
export interface FileUrlOptions {
  type: HostType;
  baseUrl: string;
  repository: Repository;
  /** Path below the repository's root. */
  file: string;
}

/** The address of a file, as the reader of its host knows it. */
export function fileUrl(options: FileUrlOptions): string {
  return addressOf({ ...options, github: 'blob' });
}

/** The address of a folder, as the reader of its host knows it. */
export function treeUrl(options: FileUrlOptions): string {
  return addressOf({ ...options, github: 'tree' });
}

/** The branch that a change on Gitea starts from. */
export function giteaBranch({ branch }: Repository): string {
  return branch ?? USUAL_BRANCH;
}

function addressOf(options: FileUrlOptions & { github: 'blob' | 'tree' }) {
  const { type, baseUrl, repository, file, github } = options;
  const { owner, repo, branch = 'HEAD' } = repository;
  const place = `${baseUrl.replace(/\/+$/, '')}/${owner}/${repo}`;
  const path = file.split('/').map(encodeURIComponent).join('/');
  const ref = encodeURIComponent(branch);
  switch (type) {
    case 'gitlab':
      return `${place}/-/${github}/${ref}/${path}`;
    case 'gitea':
      return `${place}/src/branch/${giteaBranch(repository)}/${path}`;
    default:
      return `${place}/${github}/${ref}/${path}`;
  }
}
