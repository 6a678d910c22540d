import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findProgram } from '../findProgram';
import type { Validator } from './Validator';

const run = promisify(execFile);
/** Templates of Helm become YAML only when Helm has rendered them. */
const NOT_YET = /^chart\/templates\//;
/**
 * What tools read differently is an error; how long a line is, and how lists
 * are written that were rendered as JSON, are matters of taste.
 */
const RULES =
  '{extends: relaxed, rules: {line-length: disable, commas: disable, truthy: {check-keys: false}}}';

/** Every YAML file, by yamllint. */
export const yamlStyle: Validator = {
  name: 'has YAML files that yamllint finds nothing in',
  missing: () =>
    findProgram('yamllint') ? undefined : 'yamllint is not installed',
  async validate({ files, folder }) {
    const paths = files
      .map(({ path }) => path)
      .filter(path => /\.ya?ml$/.test(path) && !NOT_YET.test(path));
    const program = findProgram('yamllint') ?? 'yamllint';
    try {
      await run(
        program,
        ['--strict', '--format', 'parsable', '-d', RULES, ...paths],
        { cwd: folder },
      );
      return [];
    } catch (error) {
      const { stdout, message } = error as { stdout?: string; message: string };
      return (stdout?.trim() || message).split('\n');
    }
  },
};
