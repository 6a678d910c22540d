import { readdirSync } from 'node:fs';
import { Sentence } from '../console/Sentence.mjs';

const SUFFIX = '.bench.mjs';

/**
 * One capability's bench: a file `<name>.bench.mjs` in this folder that exports
 * it as `bench`.
 *
 * @typedef {object} Bench
 * @property {string[]} [peers] programs that it runs against, see bringPeers
 * @property {(context: BenchContext) => Promise<Figure[]>} run
 *
 * @typedef {object} BenchContext
 * @property {NodeJS.ProcessEnv} env of the portal, with the variables of the peers
 * @property {NodeJS.ProcessEnv} installEnv for npm and Yarn
 * @property {string} runFolder for throw-away data, removed at the end
 * @property {(line: string) => void} say shows progress
 *
 * @typedef {object} Figure
 * @property {string} figure what was measured, in a few words
 * @property {number} value
 * @property {string} unit for instance "s", "ms", "MB" or "kB gzip"
 * @property {{ atMost: number } | { atLeast: number }} [target]
 */

/**
 * @param {{ only: string[] }} options names of benches; empty for all
 * @returns {Promise<(Bench & { name: string })[]>}
 * @throws {Sentence} when a name is unknown
 */
export async function findBenches({ only }) {
  const folder = new URL('./', import.meta.url);
  const names = readdirSync(folder)
    .filter(file => file.endsWith(SUFFIX))
    .map(file => file.slice(0, -SUFFIX.length))
    .sort();
  const unknown = only.filter(name => !names.includes(name));
  if (unknown.length > 0) {
    throw new Sentence(
      `There is no bench ${unknown.join(', ')}: choose from ${names.join(
        ', ',
      )}.`,
    );
  }
  return Promise.all(
    names
      .filter(name => only.length === 0 || only.includes(name))
      .map(async name => {
        const { bench } = await import(new URL(`${name}${SUFFIX}`, folder));
        return { ...bench, name };
      }),
  );
}
