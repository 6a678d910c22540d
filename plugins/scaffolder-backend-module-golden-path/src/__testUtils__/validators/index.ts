import { expressions } from './expressions';
import { identity } from './identity';
import { leftovers } from './leftovers';
import { lock } from './lock';
import { syntax } from './syntax';
import type { Validator } from './Validator';

/**
 * What every rendering of the matrix is judged by. To judge a layer, write a
 * `Validator` beside this file and add it here, in a line of its own.
 */
export const validators: readonly Validator[] = [
  expressions,
  leftovers,
  syntax,
  identity,
  lock,
];
