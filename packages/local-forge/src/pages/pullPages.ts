import type { GitRepository } from '../git';
import type { PullRequest } from '../pulls';
import type { RepositoryName } from '../repositories';
import { Html, markup } from './markup';
import { page } from './page';
import { words } from './words';

/** Of a line of a diff, by its first character. */
const KINDS: Record<string, string> = { '+': 'plus', '-': 'minus' };

const stateOf = (pull: PullRequest) =>
  pull.state === 'open' ? words.open : words.merged;

/** All pull requests of a repository. */
export function pullsPage(options: {
  name: RepositoryName;
  pulls: readonly PullRequest[];
}): string {
  const { name, pulls } = options;
  const address = `/${name.owner}/${name.repo}`;
  const rows = pulls.map(
    pull =>
      markup`<li>
        <a href="${address}/pulls/${pull.number}"
          >#${pull.number} ${pull.title}</a
        >, ${stateOf(pull)}
      </li>`,
  );
  const list =
    rows.length > 0
      ? markup`<ul>
          ${rows}
        </ul>`
      : markup`<p>${words.noPulls}</p>`;
  return page({
    title: words.pulls,
    body: markup`<p><a href="${address}">${name.owner}/${name.repo}</a></p>
      ${list}`,
  });
}

/** One pull request with what it changes. */
export async function pullPage(options: {
  repository: GitRepository;
  name: RepositoryName;
  pull: PullRequest;
}): Promise<string> {
  const { repository, name, pull } = options;
  const { base, head, number, title, body, state } = pull;
  const address = `/${name.owner}/${name.repo}`;
  // what was merged is in its base: then there is nothing left to compare
  const change =
    state === 'open'
      ? diffOf(await repository.diff({ base, head }))
      : markup`<p>${pull.mergedAs}</p>`;
  const merge =
    state === 'open'
      ? markup`<form method="post" action="${address}/pulls/${number}/merge">
          <button>${words.merge}</button>
        </form>`
      : markup``;
  return page({
    title: `#${number} ${title}`,
    body: markup`<p>
        <a href="${address}">${name.owner}/${name.repo}</a>: ${head}
        ${words.into} ${base}, ${stateOf(pull)}
      </p>
      <pre>${body}</pre>
      ${change}${merge}`,
  });
}

/** A line break is a value: what formats this source leaves it alone then. */
const BREAK = new Html('\n');

function diffOf(text: string): Html {
  const lines = text.split('\n').map(line => {
    const kind = KINDS[line[0]];
    return kind
      ? markup`<span class="${kind}">${line}</span>${BREAK}`
      : markup`${line}${BREAK}`;
  });
  return markup`<pre>${lines}</pre>`;
}
