import { text } from 'node:stream/consumers';
import { runCli } from './runCli';

/**
 * Runs the command that the process was started with.
 *
 * @public
 */
export async function main(): Promise<void> {
  process.exitCode = await runCli(process.argv.slice(2), {
    cwd: process.cwd(),
    readInput: () => text(process.stdin),
    write: chunk => process.stdout.write(chunk),
    tell: line => process.stderr.write(`${line}\n`),
  });
}
