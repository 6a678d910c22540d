/** What the pages of the forge say. */
export const words = {
  title: 'Local forge',
  intro:
    'Repositories of this machine, for development: nobody else can reach them.',
  none: 'No repository yet. "Create" in the portal makes one.',
  emptyRepository: 'Nothing has been pushed yet.',
  clone: 'Clone it with',
  pulls: 'Pull requests',
  noPulls: 'No pull request.',
  open: 'open',
  merged: 'merged',
  merge: 'Merge',
  binary: 'This file is no text.',
  up: 'up',
  into: 'into',
  notFound: 'There is nothing here',
};
