import { HELP } from './arguments/help';
import { readArguments } from './arguments/readArguments';
import { runCheck } from './check/runCheck';
import { EXIT_CODES, type ExitCode } from './ExitCode';
import { readInputs } from './files/readInputs';
import { runGenerate } from './generate/runGenerate';
import type { Terminal } from './Terminal';
import { UsageError } from './UsageError';

/**
 * Carries out one command.
 *
 * @param argv - without the names of Node and of the program
 * @returns the process' exit code
 * @public
 */
export async function runCli(
  argv: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    const command = readArguments(argv);
    if (command.name === 'help') {
      terminal.write(HELP);
      return EXIT_CODES.done;
    }
    const files = await readInputs(command.paths, terminal);
    if (command.name === 'generate' && !command.check) {
      return await runGenerate({ ...command, files }, terminal);
    }
    const checked = await runCheck({
      files,
      prometheus: command.prometheus,
      matchers: command.matchers,
      write: terminal.tell,
    });
    return checked === EXIT_CODES.done && command.name === 'generate'
      ? await runGenerate({ ...command, files }, terminal)
      : checked;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.tell(error.message);
      return EXIT_CODES.usage;
    }
    throw error;
  }
}
