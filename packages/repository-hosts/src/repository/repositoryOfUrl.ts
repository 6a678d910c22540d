import type { Repository } from './Repository';

/** What stands between a repository and a branch in addresses of each host. */
const TO_BRANCH =
  /^(?<project>.+?)(?:\/-)?\/(?:tree|blob|src\/branch)\/(?<branch>[^/]+)(?:\/(?<folder>.*))?$/;

/**
 * The repository that an address of a folder or file lies in, as GitHub,
 * GitLab and Gitea write them.
 *
 * @returns nothing for what is no such address
 */
export function repositoryOfUrl(text: string): Repository | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return undefined;
  }
  const path = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '');
  const parts: Record<string, string | undefined> = path.match(TO_BRANCH)
    ?.groups ?? { project: path };
  const names = (parts.project ?? '').replace(/\.git$/, '').split('/');
  const repo = names.pop();
  const owner = names.join('/');
  return repo && owner
    ? {
        host: url.host,
        owner,
        repo,
        ...(parts.branch &&
          parts.branch !== 'HEAD' && { branch: parts.branch }),
        folder: (parts.folder ?? '').replace(/\/+$/, ''),
      }
    : undefined;
}
