import { packageTests } from '../packageTests.mjs';

/**
 * A new service of each stack, made by "create service": cloned, installed,
 * tested and run with the real tools, watched by a real Prometheus with its own
 * rules and by a portal, its alerts routed by a real Alertmanager. All at once,
 * since each spends much of its time waiting for its alerts; a stack whose tools
 * this machine lacks is skipped.
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
    atOnce: 3,
  }),
};
