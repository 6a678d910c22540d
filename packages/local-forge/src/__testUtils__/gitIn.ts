import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gitEnvironment } from '../git/gitEnvironment';

/**
 * Git as a person has it, in a folder; its answer without the last line break.
 * The forge runs in this very process: what asks it must not block it.
 */
export function gitIn(folder: string) {
  const run = promisify(execFile);
  return async (...args: string[]) => {
    const { stdout } = await run('git', args, {
      cwd: folder,
      env: gitEnvironment(),
    });
    return stdout.trim();
  };
}
