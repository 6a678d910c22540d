import { Linter } from './Linter';
import type { Validator } from './Validator';

/** Templates of Helm become YAML only when Helm has rendered them. */
const NOT_YET = /^chart\/templates\//;
/**
 * What tools read differently is an error; how long a line is, and how lists
 * are written that were rendered as JSON, are matters of taste.
 */
const RULES =
  '{extends: relaxed, rules: {line-length: disable, commas: disable, truthy: {check-keys: false}}}';
const yamllint = new Linter('yamllint', [
  ...['--strict', '--format', 'parsable'],
  ...['-d', RULES],
]);

/** Every YAML file, by yamllint. */
export const yamlStyle: Validator = {
  name: 'has YAML files that yamllint finds nothing in',
  missing: yamllint.missing,
  validate: rendered =>
    yamllint.find(
      rendered,
      rendered.files
        .map(({ path }) => path)
        .filter(path => /\.ya?ml$/.test(path) && !NOT_YET.test(path)),
    ),
};
