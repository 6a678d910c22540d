import type { Repository } from './Repository';

/** What stands between a repository and a branch in addresses of each host. */
const TO_BRANCH =
  /^(?<project>.+?)(?:\/-)?\/(?:tree|blob|src\/branch)\/(?<branch>[^/]+)(?:\/(?<folder>.*))?$/;

/**
 * The repository that an address of a folder or file lies in, as GitHub,
 * GitLab and Gitea write them. A branch with a slash has it encoded.
 *
 * @returns nothing for what is no such address, or leads out of its repository
 */
export function repositoryOfUrl(text: string): Repository | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return undefined;
  }
  const path = url.pathname.replace(/^\/+|\/+$/g, '');
  const parts: Record<string, string | undefined> = path.match(TO_BRANCH)
    ?.groups ?? { project: path };
  const project = segmentsOf(parts.project);
  const folder = segmentsOf(parts.folder);
  const branch = decoded(parts.branch ?? 'HEAD');
  if (!project || !folder || branch === undefined) {
    return undefined;
  }
  const repo = project.pop()?.replace(/\.git$/, '');
  const owner = project.join('/');
  return repo && owner
    ? {
        host: url.host,
        owner,
        repo,
        ...(branch !== 'HEAD' && { branch }),
        folder: folder.join('/'),
      }
    : undefined;
}

/** Names of folders; nothing where one is no name. */
function segmentsOf(path = ''): string[] | undefined {
  const names = path.replace(/\/+$/, '').split('/').map(decoded);
  const areNames = names.every(
    name => name !== undefined && !/^\.\.?$|[/\\]/.test(name),
  );
  return areNames ? (names as string[]) : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
