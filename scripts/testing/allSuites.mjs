import { e2e } from './suites/e2e.mjs';
import { faults } from './suites/faults.mjs';
import { lint } from './suites/lint.mjs';
import { peers } from './suites/peers.mjs';
import { scripts } from './suites/scripts.mjs';
import { stacks } from './suites/stacks.mjs';
import { types } from './suites/types.mjs';
import { unit } from './suites/unit.mjs';

/** The suites of `npm test`, in the order in which they run. */
export const suites = [scripts, types, lint, peers, unit, stacks, faults, e2e];
