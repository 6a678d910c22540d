import { existsSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where Debian's Alertmanager looks for its templates; it cannot be told another place. */
const TEMPLATES = '/usr/share/prometheus/alertmanager';

/**
 * An Alertmanager that can run in a folder. Debian's that is unpacked and not
 * installed does not find its templates: a copy is made that looks for them in
 * the folder it runs in. Any other is used as it is.
 *
 * @param options.folder - where it will run
 * @returns the program to run there
 */
export async function alertmanagerHere(options: {
  program: string;
  folder: string;
}): Promise<string> {
  const { program, folder } = options;
  const unpacked = join(dirname(program), '../..', TEMPLATES);
  if (existsSync(TEMPLATES) || !existsSync(unpacked)) {
    return program;
  }
  for (const template of ['default.tmpl', 'email.tmpl']) {
    await copyFile(join(unpacked, template), join(folder, template));
  }
  const code = await readFile(program);
  // of the same length, and the folder itself
  const here = Buffer.from('./'.repeat(TEMPLATES.length / 2));
  let at = code.indexOf(TEMPLATES);
  while (at !== -1) {
    here.copy(code, at);
    at = code.indexOf(TEMPLATES, at + here.length);
  }
  const copy = join(folder, 'alertmanager.bin');
  await writeFile(copy, code, { mode: 0o700 });
  return copy;
}
