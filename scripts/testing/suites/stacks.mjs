import { packageTests } from '../packageTests.mjs';

/** All stacks at once: each spends much of its time waiting for its alerts. */
const AT_ONCE = 3;

/**
 * A new service of each stack, made by "create service": cloned, installed,
 * tested and run with the real tools, watched by a real Prometheus with its own
 * rules and by a portal, its alerts routed by a real Alertmanager. A stack whose
 * tools this machine lacks is skipped.
 */
export const stacks = {
  name: 'stacks',
  fast: false,
  choosesTests: false,
  peers: ['postgres', 'prometheus', 'alertmanager', 'redis'],
  run: packageTests({
    name: 'stacks',
    plugin: 'scaffolder-backend-module-golden-path',
    match: '**/*.stack.ts',
  }),
};

/**
 * Maven looks for its packages in the home of whoever runs it, wherever HOME
 * points; pip and npm follow the environment that every suite has.
 */
function mavenOptions({ MAVEN_OPTS = '' }) {
  const cache = join(paths.cache, 'maven');
  // it splits its options at spaces, quoted or not
  return /\s/.test(cache)
    ? MAVEN_OPTS
    : `${MAVEN_OPTS} -Dmaven.repo.local=${cache}`.trim();
}
