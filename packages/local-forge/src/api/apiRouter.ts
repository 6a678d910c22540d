import { NotFoundError } from '@backstage/errors';
import { json, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { type RepositoryName, requireName } from '../repositories';
import { type ApiOptions, nameOf } from './ApiOptions';
import { addContentRoutes } from './addContentRoutes';
import { addPullRoutes } from './addPullRoutes';

/**
 * As much of Gitea's REST API as Backstage's Gitea integration, the action
 * `publish:gitea` and Plimsoll's own actions ask for. Reading is free; what
 * changes something needs the password.
 */
export function apiRouter(options: ApiOptions): Router {
  const { repositories, password, baseUrl } = options;
  const router = PromiseRouter();
  router.use((request, _, next) => {
    if (request.method !== 'GET') {
      password.require(request);
    }
    next();
  });
  router.use(json({ limit: '15mb' }));
  router.get('/version', (_, response) => {
    response.json({ version: '1.22.0+plimsoll-local-forge' });
  });
  router.get('/orgs/:owner', (request, response) => {
    // an owner is there when somebody asks for it: nobody has to make one
    response.json({ username: requireName(request.params.owner) });
  });
  router.post('/orgs/:owner/repos', async (request, response) => {
    const name = {
      owner: request.params.owner,
      repo: String(request.body?.name ?? ''),
    };
    await repositories.create(name);
    response.status(201).json(repositoryBody(baseUrl, name));
  });
  router.get('/repos/:owner/:repo', async (request, response) => {
    const repository = await repositories.require(nameOf(request));
    const branches = await repository.branches();
    response.json({
      ...repositoryBody(baseUrl, nameOf(request)),
      empty: branches.length === 0,
    });
  });
  addContentRoutes({ router, ...options });
  addPullRoutes({ router, ...options });
  router.use(() => {
    throw new NotFoundError('The local forge does not know this of Gitea');
  });
  return router;
}

function repositoryBody(baseUrl: string, { owner, repo }: RepositoryName) {
  const address = `${baseUrl}/${owner}/${repo}`;
  return {
    name: repo,
    full_name: `${owner}/${repo}`,
    default_branch: 'main',
    html_url: address,
    clone_url: `${address}.git`,
  };
}
