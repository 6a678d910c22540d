/**
 * Where a service's files are kept, and pull requests there.
 *
 * @packageDocumentation
 */
export { PullRequests } from './pulls/PullRequests';
export type { PullRequestState } from './pulls/PullRequests';
export { fileUrl, giteaBranch, treeUrl } from './repository/fileUrl';
export { hostOf } from './repository/hostOf';
export type { HostType } from './repository/hostOf';
export type { Repository } from './repository/Repository';
export { repositoryOfEntity } from './repository/repositoryOfEntity';
export { repositoryOfUrl } from './repository/repositoryOfUrl';
