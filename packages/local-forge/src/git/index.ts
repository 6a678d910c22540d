export { Git } from './Git';
export { GitRepository } from './GitRepository';
export type { TreeEntry } from './GitRepository';
export { serveGit } from './serveGit';
