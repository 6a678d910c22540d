import { InputError } from '@backstage/errors';

/** Kinds of hosts that a repository can be made on. @public */
export type RepositoryType = 'github' | 'gitlab' | 'gitea';

/** A host of repositories, as `integrations` of app-config knows it. @public */
export interface RepositoryHost {
  type: RepositoryType;
  /** Address without a slash at its end. */
  baseUrl: string;
}

/** Where the service is kept. @public */
export interface PlannedRepository {
  /** 'github.com', perhaps with a port. */
  host: string;
  type: RepositoryType;
  /** On GitLab perhaps 'group/subgroup'. */
  owner: string;
  name: string;
  /** 'owner/name' */
  slug: string;
  /** 'https://host/owner/name' */
  url: string;
  /** As the scaffolder writes it: 'host?owner=...&repo=...'. */
  repoUrl: string;
  defaultBranch: 'main';
  /** Value of `backstage.io/source-location`: 'url:https://...'. */
  sourceLocation: string;
}

/** Between a repository and a path on its branch. */
const TREE = {
  github: '/tree/main/',
  gitlab: '/-/tree/main/',
  gitea: '/src/branch/main/',
} as const;

const FILE = {
  github: '/blob/main/',
  gitlab: '/-/blob/main/',
  gitea: '/src/branch/main/',
} as const;

/** Host of `host?owner=...&repo=...`. @public */
export function hostOfRepoUrl(repoUrl: string): string {
  return repoUrl.split('?', 1)[0];
}

/** @throws InputError when the name of the repository or its owner cannot be @public */
export function planRepository(options: {
  repoUrl: string;
  host: RepositoryHost;
}): PlannedRepository {
  const { repoUrl, host } = options;
  const asked = new URLSearchParams(repoUrl.slice(repoUrl.indexOf('?') + 1));
  const owner = asked.get('owner') ?? '';
  const name = asked.get('repo') ?? '';
  const parts = [...owner.split('/'), name];
  if (parts.some(part => !isNameOfRepository(part))) {
    throw new InputError(
      `repoUrl: '${owner}/${name}' cannot be the name of a repository`,
    );
  }
  if (host.type !== 'gitlab' && parts.length > 2) {
    throw new InputError(
      `repoUrl: '${owner}' has groups within groups, which only GitLab has`,
    );
  }
  const slug = `${owner}/${name}`;
  const url = `${host.baseUrl}/${slug}`;
  return {
    host: hostOfRepoUrl(repoUrl),
    type: host.type,
    owner,
    name,
    slug,
    url,
    repoUrl,
    defaultBranch: 'main',
    sourceLocation: `url:${url}${TREE[host.type]}`,
  };
}

/** Address of a file on the default branch, for people and for the catalog. @public */
export function fileUrlOf(
  repository: Pick<PlannedRepository, 'type' | 'url'>,
  path: string,
): string {
  return `${repository.url}${FILE[repository.type]}${path}`;
}

function isNameOfRepository(part: string): boolean {
  return (
    /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(part) &&
    !part.includes('..') &&
    !/\.(git|wiki|atom)$/i.test(part)
  );
}
