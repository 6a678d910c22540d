import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './findProgram';

/** How a script ended. */
export interface ScriptEnd {
  code: number;
  stdout: string;
  stderr: string;
}

/** The run of GitHub Actions that scripts believe to be in. */
const GITHUB_RUN = {
  GITHUB_RUN_ID: '4711',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'shopkart/gift-cards',
  GITHUB_WORKFLOW: 'pipeline',
  GITHUB_SHA: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
};

/** What the scripts need besides a shell; names what is not installed. */
export function missingForScripts(): string | undefined {
  return ['sh', 'curl', 'jq', 'timeout'].find(name => !findProgram(name));
}

/**
 * A folder with the scripts of a rendered service, in which nothing is real
 * but shell, curl and jq: time stands still but for `sleep`, and the programs
 * of a cluster are stand-ins that note how they were called.
 */
export class PipelineWorkshop {
  readonly folder: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(options: { rendered: string; startsAt: number }) {
    this.folder = mkdtempSync(join(tmpdir(), 'pipeline-'));
    cpSync(join(options.rendered, 'ci'), join(this.folder, 'ci'), {
      recursive: true,
    });
    mkdirSync(join(this.folder, 'bin'));
    this.#env = {
      ...GITHUB_RUN,
      HOME: this.folder,
      PATH: `${join(this.folder, 'bin')}:${process.env.PATH}`,
      CALLS: join(this.folder, 'calls'),
      CLOCK: join(this.folder, 'clock'),
      GITHUB_OUTPUT: join(this.folder, 'outputs'),
    };
    writeFileSync(join(this.folder, 'calls'), '');
    writeFileSync(
      join(this.folder, 'clock'),
      `${Math.floor(options.startsAt / 1000)}\n`,
    );
    this.program('sleep', 'echo $(($(cat "$CLOCK") + $1)) >"$CLOCK"');
    this.program(
      'date',
      'if [ "$1" = +%s ]; then cat "$CLOCK"; else ' +
        'command -p date -u -d "@$(cat "$CLOCK")" "$2"; fi',
    );
  }

  /** @param options.startsAt - what the scripts' clock shows, Unix ms */
  static create(options: {
    /** Folder of a rendered service with the pipeline of GitHub. */
    rendered: string;
    startsAt?: number;
  }): PipelineWorkshop {
    const { rendered, startsAt = Date.UTC(2026, 10, 22, 9) } = options;
    return new PipelineWorkshop({ rendered, startsAt });
  }

  /** Puts a stand-in on PATH; each call is noted before its body runs. */
  program(name: string, body: string): void {
    writeFileSync(
      join(this.folder, 'bin', name),
      `#!/bin/sh\nprintf '%s\\n' "${name} $*" >>"$CALLS"\n${body}\n`,
      { mode: 0o755 },
    );
  }

  /** A file beside the scripts. */
  write(path: string, content: string): void {
    mkdirSync(join(this.folder, path, '..'), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  /** What a step wrote into a file of JSON; nothing where it did not. */
  json(path: string) {
    const file = join(this.folder, path);
    return existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8'))
      : undefined;
  }

  /** Calls of a stand-in, in their order. */
  calls(program: string): string[] {
    return readFileSync(join(this.folder, 'calls'), 'utf8')
      .split('\n')
      .filter(line => line.startsWith(`${program} `));
  }

  /** Runs `ci/<script>` with its arguments. */
  run(command: string, env: NodeJS.ProcessEnv = {}): Promise<ScriptEnd> {
    const [script, ...args] = command.split(' ');
    return new Promise(resolve => {
      execFile(
        join(this.folder, 'ci', script),
        args,
        { cwd: this.folder, env: { ...this.#env, ...env } },
        (error, stdout, stderr) =>
          resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
      );
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
