import { Sentence } from '../console/Sentence.mjs';

/**
 * What `npm test -- ...` was asked for.
 *
 * @typedef {object} TestOptions
 * @property {boolean} fast only what takes less than five minutes, on SQLite
 * @property {string[]} only names of suites; empty for all
 * @property {string} [grep] runs only the tests whose name matches
 * @property {string[]} files parts of paths; runs only the test files that match
 */

/**
 * @param {string[]} args
 * @param {{ suites: string[] }} known
 * @returns {TestOptions}
 * @throws {Sentence} when something is asked for that there is not
 */
export function readTestOptions(args, { suites }) {
  const options = { fast: false, only: [], grep: undefined, files: [] };
  const rest = args.flatMap(arg => {
    const [, name, value] = arg.match(/^(--[a-z]+)=(.*)$/) ?? [];
    return name ? [name, value] : [arg];
  });
  const valueOf = name => {
    const value = rest.shift();
    if (value === undefined || value.startsWith('--')) {
      throw new Sentence(
        `${name} needs a word behind it, for instance ${name} unit.`,
      );
    }
    return value;
  };
  while (rest.length > 0) {
    const arg = rest.shift();
    if (arg === '--fast') {
      options.fast = true;
    } else if (arg === '--only') {
      options.only.push(...valueOf(arg).split(','));
    } else if (arg === '--grep') {
      options.grep = valueOf(arg);
    } else if (arg.startsWith('-')) {
      throw new Sentence(
        `${arg} is unknown: npm test -- [--fast] [--only ${suites.join(
          '|',
        )}] [--grep WORDS] [PART OF A TEST FILE'S PATH ...]`,
      );
    } else {
      options.files.push(arg);
    }
  }
  const unknown = options.only.filter(name => !suites.includes(name));
  if (unknown.length > 0) {
    throw new Sentence(
      `There is no suite ${unknown.join(', ')}: choose from ${suites.join(
        ', ',
      )}.`,
    );
  }
  return options;
}
