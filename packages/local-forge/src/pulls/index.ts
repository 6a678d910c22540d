export { PullRequests } from './PullRequests';
export type { PullRequest } from './PullRequests';
