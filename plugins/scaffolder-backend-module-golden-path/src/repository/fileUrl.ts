import type { HostType } from './hostOf';
import type { Repository } from './Repository';

/** Gitea asks for a branch by its name. */
const USUAL_BRANCH = 'main';

/** The address of a file, as the reader of its host knows it. */
export function fileUrl(options: {
  type: HostType;
  baseUrl: string;
  repository: Repository;
  file: string;
}): string {
  const { type, baseUrl, repository, file } = options;
  const { owner, repo, branch = 'HEAD' } = repository;
  const place = `${baseUrl.replace(/\/+$/, '')}/${owner}/${repo}`;
  const path = file.split('/').map(encodeURIComponent).join('/');
  const ref = encodeURIComponent(branch);
  switch (type) {
    case 'gitlab':
      return `${place}/-/blob/${ref}/${path}`;
    case 'gitea':
      return `${place}/src/branch/${giteaBranch(repository)}/${path}`;
    default:
      return `${place}/blob/${ref}/${path}`;
  }
}

/** The branch that a change on Gitea starts from. */
export function giteaBranch({ branch }: Repository): string {
  return branch ?? USUAL_BRANCH;
}
