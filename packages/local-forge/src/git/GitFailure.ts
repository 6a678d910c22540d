import { CustomErrorBase } from '@backstage/errors';

/** A git command that ended with an error. */
export class GitFailure extends CustomErrorBase {
  name = 'GitFailure' as const;
  readonly exitCode: number;

  constructor(options: { command: string; exitCode: number; said: string }) {
    const { command, exitCode, said } = options;
    super(`git ${command} ended with ${exitCode}: ${said}`);
    this.exitCode = exitCode;
  }
}
