import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a program answers: the first whose words all stand in its arguments. */
export interface Answer {
  words: string;
  stdout?: string;
  /** 0 by default. */
  exitCode?: number;
}

/** Runs the steps of a restore drill as its Job does, against made-up programs. */
export class DrillWorkshop {
  readonly #folder: string;
  readonly #scripts: string;

  /** @param options.scripts - folder of the drill */
  static create(options: { scripts: string }): DrillWorkshop {
    return new DrillWorkshop(options);
  }

  private constructor({ scripts }: { scripts: string }) {
    this.#scripts = scripts;
    this.#folder = mkdtempSync(join(tmpdir(), 'drill-'));
    mkdirSync(join(this.#folder, 'bin'));
    mkdirSync(join(this.#folder, 'state'));
  }

  /** Lets a program answer; what nobody told it fails. */
  program(name: string, answers: Answer[]): this {
    const file = join(this.#folder, 'bin', name);
    const cases = answers.map(
      ({ words, stdout = '', exitCode = 0 }) =>
        `case "$all" in *'${words
          .split(' ')
          .join("'*'")}'*) printf '%s' '${stdout}'; exit ${exitCode};; esac`,
    );
    writeFileSync(
      file,
      [
        '#!/bin/sh',
        `all="${name} $*"`,
        `printf '%s\\n' "$all" >> '${join(this.#folder, 'calls')}'`,
        ...cases,
        `echo "nobody told $all" >&2; exit 1`,
      ].join('\n'),
    );
    chmodSync(file, 0o755);
    return this;
  }

  /** One step after the other; each has to end by itself. */
  run(env: Record<string, string>): { exitCode: number; said: string } {
    const results = ['restore', 'check', 'clean'].map(step =>
      spawnSync('sh', [join(this.#scripts, `${step}.sh`)], {
        encoding: 'utf8',
        env: {
          PATH: `${join(this.#folder, 'bin')}:${process.env.PATH}`,
          SCRIPTS: this.#scripts,
          DRILL: join(this.#folder, 'state'),
          RTO_SECONDS: '900',
          RPO_SECONDS: '3600',
          ...env,
        },
      }),
    );
    // the Job goes on to clean only after steps that ended well
    if (results[0].status !== 0 || results[1].status !== 0) {
      throw new Error(results.map(({ stderr }) => stderr).join('\n'));
    }
    return {
      exitCode: results[2].status ?? -1,
      said: results.map(({ stderr }) => stderr).join(''),
    };
  }

  /** What the programs were asked, in this order. */
  calls(): string[] {
    const file = join(this.#folder, 'calls');
    return existsSync(file)
      ? readFileSync(file, 'utf8').trim().split('\n')
      : [];
  }
}
