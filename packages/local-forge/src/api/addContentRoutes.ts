import { InputError, NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import { z } from 'zod';
import type { GitRepository } from '../git';
import { type ApiOptions, nameOf } from './ApiOptions';

const fileChange = z.object({
  branch: z.string().default('main'),
  new_branch: z.string().optional(),
  message: z.string().min(1).default('Change a file'),
  content: z.string().base64(),
  sha: z.string().optional(),
});

/** Branches, files and archives of a repository. */
export function addContentRoutes(
  options: Pick<ApiOptions, 'repositories'> & { router: Router },
): void {
  const { router, repositories } = options;
  const place = '/repos/:owner/:repo';

  router.get(`${place}/branches/:branch(*)`, async (request, response) => {
    const repository = await repositories.require(nameOf(request));
    const { branch } = request.params;
    const id = await repository.requireCommit(branch);
    response.json({ name: branch, commit: { id } });
  });

  router.get(`${place}/git/commits/:branch(*)`, async (request, response) => {
    const repository = await repositories.require(nameOf(request));
    const sha = await repository.requireCommit(request.params.branch);
    response.json({ sha });
  });

  router.get(
    `${place}/archive/:branch(*).tar.gz`,
    async (request, response) => {
      const repository = await repositories.require(nameOf(request));
      const { branch, repo } = request.params;
      const content = await repository.archive({ branch, folder: repo });
      response.type('application/gzip').send(content);
    },
  );

  router.get(`${place}/contents/:path(*)`, async (request, response) => {
    const repository = await repositories.require(nameOf(request));
    const { path } = request.params;
    const branch = textOf(request.query.ref) ?? 'main';
    const found =
      path === '' ? undefined : await repository.readFile({ branch, path });
    response.json(
      found
        ? fileBody({ path, ...found })
        : await folderBody({ repository, branch, path }),
    );
  });

  for (const method of ['post', 'put'] as const) {
    router[method](`${place}/contents/:path(*)`, async (request, response) => {
      const repository = await repositories.require(nameOf(request));
      const { path } = request.params;
      const change = fileChange.safeParse(request.body);
      if (!change.success) {
        throw new InputError(z.prettifyError(change.error));
      }
      const { branch, new_branch: newBranch, message, sha } = change.data;
      const commit = await repository.commitFile({
        branch,
        newBranch,
        path,
        message,
        content: Buffer.from(change.data.content, 'base64'),
        replaces: sha,
      });
      response.status(sha ? 200 : 201).json({ commit: { sha: commit } });
    });
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function fileBody(file: { path: string; sha: string; content: Buffer }) {
  return {
    type: 'file',
    path: file.path,
    sha: file.sha,
    size: file.content.length,
    encoding: 'base64',
    content: file.content.toString('base64'),
  };
}

async function folderBody(options: {
  repository: GitRepository;
  branch: string;
  path: string;
}) {
  const entries = await options.repository.list(options);
  if (options.path !== '' && entries.length === 0) {
    throw new NotFoundError(`There is no ${options.path}`);
  }
  return entries;
}
