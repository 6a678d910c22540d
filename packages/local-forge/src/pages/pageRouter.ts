import { NotAllowedError } from '@backstage/errors';
import { type Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { PullRequests } from '../pulls';
import type { Repositories, RepositoryName } from '../repositories';
import { filePage, folderPage } from './filePages';
import { markup } from './markup';
import { page } from './page';
import { pullPage, pullsPage } from './pullPages';
import { words } from './words';

/** Repositories and pull requests for a browser; no scripts. */
export function pageRouter(options: {
  repositories: Repositories;
  baseUrl: string;
}): Router {
  const { repositories, baseUrl } = options;
  const router = PromiseRouter();
  const nameOf = ({ params }: Request): RepositoryName => ({
    owner: params.owner,
    repo: params.repo,
  });

  router.get('/', async (_, response) => {
    const all = await repositories.list();
    const rows = all.map(
      ({ owner, repo }) =>
        markup`<li><a href="/${owner}/${repo}">${owner}/${repo}</a></li>`,
    );
    const list =
      rows.length > 0
        ? markup`<ul>
            ${rows}
          </ul>`
        : markup`<p>${words.none}</p>`;
    const body = markup`<p>${words.intro}</p>
      ${list}`;
    response.send(page({ title: words.title, body }));
  });

  router.get('/:owner/:repo', async (request, response) => {
    const repository = await repositories.require(nameOf(request));
    const [first, ...others] = await repository.branches();
    const branch = [first, ...others].includes('main') ? 'main' : first;
    const name = nameOf(request);
    response.send(
      await folderPage({ repository, name, branch, baseUrl, path: '' }),
    );
  });

  router.get('/:owner/:repo/pulls', async (request, response) => {
    const repository = await repositories.require(nameOf(request));
    const pulls = await PullRequests.create({ repository }).list();
    response.send(pullsPage({ name: nameOf(request), pulls }));
  });

  router.get('/:owner/:repo/pulls/:number(\\d+)', async (request, response) => {
    const repository = await repositories.require(nameOf(request));
    const pull = await PullRequests.create({ repository }).require(
      Number(request.params.number),
    );
    response.send(await pullPage({ repository, name: nameOf(request), pull }));
  });

  router.post(
    '/:owner/:repo/pulls/:number(\\d+)/merge',
    async (request, response) => {
      // a form of another page carries that page's origin
      if (request.headers.origin !== `http://${request.headers.host}`) {
        throw new NotAllowedError('Merge from the page of the pull request');
      }
      const repository = await repositories.require(nameOf(request));
      await PullRequests.create({ repository }).merge(
        Number(request.params.number),
      );
      response.redirect(303, request.originalUrl.replace(/\/merge$/, ''));
    },
  );

  // branches have slashes in their names: the longest that there is counts
  router.get(
    '/:owner/:repo/src/branch/:place(*)',
    async (request, response) => {
      const name = nameOf(request);
      const repository = await repositories.require(name);
      const place = request.params.place.replace(/\/+$/, '');
      const branch =
        (await repository.branches())
          .filter(one => place === one || place.startsWith(`${one}/`))
          .sort((a, b) => b.length - a.length)[0] ?? place;
      const path = place.slice(branch.length + 1);
      const file =
        path === '' ? undefined : await repository.readFile({ branch, path });
      response.send(
        file
          ? filePage({ name, branch, path, content: file.content })
          : await folderPage({ repository, name, branch, path, baseUrl }),
      );
    },
  );
  return router;
}
