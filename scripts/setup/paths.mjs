import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const tools = join(root, '.tools');

/** The folders of this checkout that the scripts write to; all are ignored by git. */
export const paths = {
  root,
  /** Everything that is brought for development; may be deleted at any time. */
  tools,
  /** Node and Yarn. */
  runtime: join(tools, 'runtime'),
  /** Programs that the tests run against. */
  peers: join(tools, 'peers'),
  /** Download and build caches. */
  cache: join(tools, 'cache'),
  logs: join(tools, 'logs'),
  /** Results of suites, for machines. */
  results: join(tools, 'results'),
  /** Data of the servers of one test run. */
  run: join(tools, 'run'),
  /** What programs under test take for their home. */
  home: join(tools, 'home'),
  /** The portal's databases. */
  data: join(root, 'data'),
};
