import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findProgram } from '../findProgram';
import type { RenderedService } from '../renderService';
import type { Validator } from './Validator';

const run = promisify(execFile);
/** Never run by itself. */
const SOURCED = /(^|\/)(lib|engine)\.sh$/;
/** Answers by the scripts' text: most renderings have the same ones. */
const answers = new Map<string, Promise<string[]>>();

/** Every shell script, with what it sources, by shellcheck. */
export const shellScripts: Validator = {
  name: 'has shell scripts that shellcheck finds nothing in',
  missing: () =>
    findProgram('shellcheck') ? undefined : 'shellcheck is not installed',
  validate(rendered) {
    const scripts = scriptsOf(rendered);
    const notExecutable = scripts
      .filter(({ mode, path }) => mode !== '100755' && !SOURCED.test(path))
      .map(({ path, mode }) => `${path}: its mode is ${mode}, not 100755`);
    const key = scripts.map(({ path }) => rendered.read(path)).join('\0');
    const answer = answers.get(key) ?? shellcheck(rendered.folder, scripts);
    answers.set(key, answer);
    return answer.then(found => [...notExecutable, ...found]);
  },
};

function scriptsOf({ files }: RenderedService) {
  return files.filter(({ path }) => path.endsWith('.sh'));
}

async function shellcheck(
  folder: string,
  scripts: ReturnType<typeof scriptsOf>,
): Promise<string[]> {
  const program = findProgram('shellcheck') ?? 'shellcheck';
  try {
    await run(
      program,
      ['--format', 'gcc', ...scripts.map(({ path }) => path)],
      { cwd: folder },
    );
    return [];
  } catch (error) {
    const { stdout, message } = error as { stdout?: string; message: string };
    return (stdout?.trim() || message).split('\n');
  }
}
