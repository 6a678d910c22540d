import { CustomErrorBase } from '@backstage/errors';

/**
 * An authentic delivery that cannot be read. It becomes a dead letter, and the
 * message is what people see there: the place and the mend.
 */
export class InvalidPayloadError extends CustomErrorBase {
  name = 'InvalidPayloadError' as const;

  /**
   * @param options.place - path in the payload: `deployment_status.created_at`
   * @param options.problem - what is wrong there
   * @param options.mend - what its sender has to do
   */
  static create(options: {
    place: string;
    problem: string;
    mend?: string;
  }): InvalidPayloadError {
    const { place, problem, mend } = options;
    const sentence = `${place}: ${problem}`;
    return new InvalidPayloadError(mend ? `${sentence}. ${mend}` : sentence);
  }
}
