import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
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

const SHA = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
/** The run that scripts believe to be in. */
const RUNS = {
  github: {
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'shopkart/gift-cards',
    GITHUB_WORKFLOW: 'pipeline',
    GITHUB_SHA: SHA,
  },
  gitlab: {
    CI_PIPELINE_ID: '4711',
    CI_JOB_ID: '4712',
    CI_PIPELINE_URL: 'https://gitlab.com/shopkart/gift-cards/-/pipelines/4711',
    CI_PROJECT_PATH: 'shopkart/gift-cards',
    CI_PROJECT_URL: 'https://gitlab.com/shopkart/gift-cards',
    CI_SERVER_URL: 'https://gitlab.com',
    CI_COMMIT_SHA: SHA,
  },
  jenkins: {
    BUILD_TAG: 'jenkins-gift-cards-main-4711',
    BUILD_URL: 'https://jenkins.shopkart.example/job/gift-cards/4711/',
    JENKINS_URL: 'https://jenkins.shopkart.example/',
    JOB_URL: 'https://jenkins.shopkart.example/job/gift-cards/',
    JOB_NAME: 'gift-cards/main',
    GIT_COMMIT: SHA,
  },
};

/** Programs of this machine that scripts find; nothing else is on PATH. */
const REAL =
  'sh curl jq timeout cat cmp cp mkdir mv rm touch dirname basename head grep id'.split(
    ' ',
  );

/** What the scripts need and this machine lacks: a name. */
export function missingForScripts(): string | undefined {
  return REAL.find(name => !findProgram(name));
}

/**
 * A folder with the scripts of a rendered service, in which nothing is real
 * but shell, curl and jq: time stands still but for `sleep`, and the programs
 * of a cluster are stand-ins that note how they were called.
 */
export class PipelineWorkshop {
  readonly folder: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(options: {
    rendered: string;
    pipeline: keyof typeof RUNS;
    startsAt: number;
  }) {
    this.folder = mkdtempSync(join(tmpdir(), 'pipeline-'));
    cpSync(join(options.rendered, 'ci'), join(this.folder, 'ci'), {
      recursive: true,
    });
    mkdirSync(join(this.folder, 'bin'));
    mkdirSync(join(this.folder, 'real'));
    REAL.forEach(name =>
      symlinkSync(findProgram(name) ?? name, join(this.folder, 'real', name)),
    );
    this.#env = {
      ...RUNS[options.pipeline],
      HOME: this.folder,
      PATH: ['bin', 'real'].map(name => join(this.folder, name)).join(':'),
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
    /** Folder of a rendered service. */
    rendered: string;
    /** The pipeline that it was rendered with; GitHub's by default. */
    pipeline?: keyof typeof RUNS;
    startsAt?: number;
  }): PipelineWorkshop {
    const {
      rendered,
      pipeline = 'github',
      startsAt = Date.UTC(2026, 10, 22, 9),
    } = options;
    return new PipelineWorkshop({ rendered, pipeline, startsAt });
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

  /** What a step wrote into a file. */
  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
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
