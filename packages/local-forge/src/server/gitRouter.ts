import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { serveGit } from '../git';
import type { Password } from '../guard';
import { type Repositories, requireName } from '../repositories';

/** Clones, fetches and, with the password, pushes. */
export function gitRouter(options: {
  repositories: Repositories;
  password: Password;
}): Router {
  const { repositories, password } = options;
  const router = PromiseRouter();
  // nothing else of a bare repository: no file of it can be asked for
  router.all(
    '/:owner/:name.git/:service(info/refs|git-upload-pack|git-receive-pack)',
    async (request, response) => {
      const { owner, name: repo, service } = request.params;
      const isPush =
        service === 'git-receive-pack' ||
        request.query.service === 'git-receive-pack';
      if (isPush) {
        password.require(request);
      }
      await repositories.require({ owner, repo });
      await serveGit({
        request,
        response,
        root: repositories.directory,
        path: `/${requireName(owner)}/${requireName(repo)}.git/${service}`,
        username: isPush ? password.username : undefined,
      });
    },
  );
  return router;
}
