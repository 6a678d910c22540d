import { version } from '@backstage/plugin-scaffolder-node/package.json';

/** What rendered a repository: another one may write white space otherwise. */
export const ENGINE = `@backstage/plugin-scaffolder-node@${version}`;
