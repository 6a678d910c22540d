import { say } from '../console/say.mjs';
import { bringPeers } from '../peers/bringPeers.mjs';
import { ProgramMissing } from '../peers/ProgramMissing.mjs';

/**
 * Runs one bench with the programs that it needs.
 *
 * @param {Awaited<ReturnType<typeof import('./findBenches.mjs').findBenches>>[number]} bench
 * @param {Awaited<ReturnType<typeof import('../setup/setUp.mjs').setUp>>} machine
 * @returns {Promise<(import('./findBenches.mjs').Figure & { bench: string })[]>}
 *   nothing when a program cannot be had, which has been said then
 */
export async function runBench({ name, peers = [], run }, machine) {
  const { variables, missing } = await bringPeers({ names: peers, machine });
  if (missing.length > 0) {
    say(
      `${name} is not measured without ${missing
        .map(peer => peer.name)
        .join(' and ')}`,
    );
    return [];
  }
  say(`measuring ${name} ...`);
  try {
    const figures = await run({
      ...machine,
      env: { ...machine.env, ...variables },
      say: line => say(`${name}: ${line}`),
    });
    return figures.map(figure => ({ bench: name, ...figure }));
  } catch (error) {
    if (!(error instanceof ProgramMissing)) {
      throw error;
    }
    say(`${name} is not measured: ${error.message}`);
    return [];
  }
}
