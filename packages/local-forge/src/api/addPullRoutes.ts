import { InputError, NotFoundError } from '@backstage/errors';
import type { Request, Router } from 'express';
import { z } from 'zod';
import { type PullRequest, PullRequests } from '../pulls';
import { type ApiOptions, nameOf } from './ApiOptions';

const wanted = z.object({
  title: z.string().trim().min(1).max(255),
  body: z.string().max(60_000).default(''),
  base: z.string(),
  head: z.string(),
});

/** Pull requests of a repository. */
export function addPullRoutes(
  options: Pick<ApiOptions, 'repositories' | 'baseUrl'> & { router: Router },
): void {
  const { router, repositories, baseUrl } = options;
  const place = '/repos/:owner/:repo/pulls';
  const pullsOf = async (request: Request) =>
    PullRequests.create({
      repository: await repositories.require(nameOf(request)),
    });
  const bodyOf = (request: Request, pull: PullRequest) => {
    const { owner, repo } = nameOf(request);
    const { mergedAs, openedAt, base, head, ...rest } = pull;
    return {
      ...rest,
      base: { ref: base },
      head: { ref: head },
      merged: mergedAs !== undefined,
      merge_commit_sha: mergedAs,
      created_at: openedAt,
      html_url: `${baseUrl}/${owner}/${repo}/pulls/${pull.number}`,
    };
  };

  router.get(place, async (request, response) => {
    const all = await (await pullsOf(request)).list();
    response.json(all.map(pull => bodyOf(request, pull)));
  });

  router.post(place, async (request, response) => {
    const parsed = wanted.safeParse(request.body);
    if (!parsed.success) {
      throw new InputError(z.prettifyError(parsed.error));
    }
    const opened = await (await pullsOf(request)).open(parsed.data);
    response.status(201).json(bodyOf(request, opened));
  });

  router.get(`${place}/:number(\\d+)`, async (request, response) => {
    const pulls = await pullsOf(request);
    const found = await pulls.require(Number(request.params.number));
    response.json(bodyOf(request, found));
  });

  router.post(`${place}/:number(\\d+)/merge`, async (request, response) => {
    const pulls = await pullsOf(request);
    const merged = await pulls.merge(Number(request.params.number));
    response.json(bodyOf(request, merged));
  });

  // branches have slashes in their names, which clients encode
  router.get(`${place}/:base/:head`, async (request, response) => {
    const { base, head } = request.params;
    const found = await (await pullsOf(request)).findOpen({ base, head });
    if (!found) {
      throw new NotFoundError(
        `No pull request from ${head} to ${base} is open`,
      );
    }
    response.json(bodyOf(request, found));
  });
}
