import { BillRefusedError } from '@plimsoll/plugin-cost-node';

/** The refusal of a file whose text is not UTF-8. */
export function wrongEncoding(name: string): BillRefusedError {
  return BillRefusedError.of({
    rule: 'encoding',
    file: name,
    message: `${name} is not in UTF-8: export it as UTF-8`,
  });
}
