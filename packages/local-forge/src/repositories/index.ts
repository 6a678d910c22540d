export { Repositories } from './Repositories';
export type { RepositoryName } from './Repositories';
export { requireName } from './requireName';
