import type { Request } from 'express';
import type { Password } from '../guard';
import type { Repositories, RepositoryName } from '../repositories';

/** What the routes of the API work on. */
export interface ApiOptions {
  repositories: Repositories;
  password: Password;
  /** Address of the forge, without a slash at its end. */
  baseUrl: string;
}

/** The repository that the path of a request names. */
export function nameOf(request: Request): RepositoryName {
  return { owner: request.params.owner, repo: request.params.repo };
}
