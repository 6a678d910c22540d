import { BillRefusedError } from '@plimsoll/plugin-cost-node';
import { LINE_BYTES } from './csvLimits';

/** The refusal of a file with a row that is none. */
export function lineTooLong(name: string): BillRefusedError {
  return BillRefusedError.of({
    rule: 'line-too-long',
    file: name,
    message:
      `${name} has a row of more than ${
        LINE_BYTES / 1_000_000
      } MB, which no charge is: ` + `check where the file comes from`,
  });
}
