import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from '../runCli';

/** What a command did. */
export interface Run {
  exitCode: number;
  output: string;
  told: string[];
  /** What it wrote to a file. */
  read(file: string): string;
}

/** Runs a command in a folder of its own that holds these files. */
export async function runIn<T>(
  options: {
    files?: Record<string, string>;
    /** Paths of symbolic links, and where they lead. */
    links?: Record<string, string>;
    input?: string;
    argv: string[];
  },
  judge: (run: Run) => T,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-rules-'));
  try {
    for (const [name, text] of Object.entries(options.files ?? {})) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    for (const [name, target] of Object.entries(options.links ?? {})) {
      symlinkSync(target, join(folder, name));
    }
    let output = '';
    const told: string[] = [];
    const exitCode = await runCli(options.argv, {
      cwd: folder,
      readInput: async () => options.input ?? '',
      write: text => {
        output += text;
      },
      tell: line => told.push(line),
    });
    const read = (file: string) => readFileSync(join(folder, file), 'utf8');
    return judge({ exitCode, output, told, read });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
