import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where Debian's build looks for its templates, whatever it is told. */
const HOME = '/usr/share/prometheus/alertmanager';

/** As many characters, and wherever the process runs. */
const HERE = './'.repeat(HOME.length / 2);

/**
 * A program that finds its templates: Debian's, unpacked and not installed,
 * does not. A copy of it looks in the folder that it runs in.
 *
 * @param options.folder - where it will run
 */
export async function withTemplates(options: {
  binary: string;
  folder: string;
}): Promise<string> {
  const { binary, folder } = options;
  const templates = path.join(path.dirname(binary), '../..', HOME);
  if (existsSync(HOME) || !existsSync(templates)) {
    return binary;
  }
  for (const name of ['default.tmpl', 'email.tmpl']) {
    await cp(path.join(templates, name), path.join(folder, name));
  }
  const program = await readFile(binary);
  for (
    let at = program.indexOf(HOME);
    at >= 0;
    at = program.indexOf(HOME, at)
  ) {
    program.write(HERE, at);
  }
  const copy = path.join(folder, 'alertmanager');
  await writeFile(copy, program, { mode: 0o700 });
  return copy;
}
