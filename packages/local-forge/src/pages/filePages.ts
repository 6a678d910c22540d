import { NotFoundError } from '@backstage/errors';
import type { GitRepository } from '../git';
import type { RepositoryName } from '../repositories';
import { markup } from './markup';
import { page } from './page';
import { words } from './words';

/** Longer files are cut on their page: characters. */
const SHOWN = 500_000;

const addressOf = (name: RepositoryName, branch: string, path: string) =>
  `/${name.owner}/${name.repo}/src/branch/${branch}/${path
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;

/** What lies in a folder of a branch; how to clone a repository at its root. */
export async function folderPage(options: {
  repository: GitRepository;
  name: RepositoryName;
  /** Undefined while nothing has been pushed. */
  branch: string | undefined;
  path: string;
  baseUrl: string;
}): Promise<string> {
  const { repository, name, branch, path, baseUrl } = options;
  const title = `${name.owner}/${name.repo}`;
  const head = markup`<p>
      ${words.clone}
      <code>git clone ${baseUrl}/${name.owner}/${name.repo}.git</code>
    </p>
    <p><a href="/${name.owner}/${name.repo}/pulls">${words.pulls}</a></p>`;
  if (branch === undefined) {
    const body = markup`${head}
      <p>${words.emptyRepository}</p>`;
    return page({ title, body });
  }
  const entries = await repository.list({ branch, path });
  if (path !== '' && entries.length === 0) {
    throw new NotFoundError(`${words.notFound}: ${path}`);
  }
  const rows = entries.map(
    entry =>
      markup`<li>
        <a href="${addressOf(name, branch, entry.path)}"
          >${entry.path.split('/').at(-1)}${entry.type === 'dir' ? '/' : ''}</a
        >
      </li>`,
  );
  const body = markup`${head}
    <h2>${branch}${path && `: ${path}`}</h2>
    <ul>
      ${rows}
    </ul>`;
  return page({ title, body });
}

/** A file of a branch. */
export function filePage(options: {
  name: RepositoryName;
  branch: string;
  path: string;
  content: Buffer;
}): string {
  const { name, branch, path, content } = options;
  const folder = path.split('/').slice(0, -1).join('/');
  const text = content.includes(0)
    ? markup`<p>${words.binary}</p>`
    : markup`<pre>${content.toString('utf8').slice(0, SHOWN)}</pre>`;
  return page({
    title: path,
    body: markup`<p>
        ${name.owner}/${name.repo}, ${branch}:
        <a href="${addressOf(name, branch, folder)}">${words.up}</a>
      </p>
      ${text}`,
  });
}
