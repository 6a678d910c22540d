import type { InboxState } from '@plimsoll/plugin-stability-common';
import type { ParsedDelivery, Sender } from '../senders/Sender';
import { InvalidPayloadError } from '../senders/InvalidPayloadError';
import type { InboxRow } from './InboxRow';

/** What a row says, or why it cannot be read. */
export type ReadDelivery = {
  row: InboxRow;
} & (
  | { parsed: ParsedDelivery }
  | { refused: { state: InboxState; error: string } }
);

/** Reads a row by its source; never throws, whatever was delivered. */
export function readDelivery(
  row: InboxRow,
  senderOf: (source: string) => Sender,
): ReadDelivery {
  try {
    const parsed = senderOf(row.source).parse({
      body: Buffer.from(row.body),
      headers: JSON.parse(row.headers),
      receivedAt: Number(row.received_at),
    });
    return { row, parsed };
  } catch (error) {
    return {
      row,
      refused: {
        state: 'dead',
        error:
          error instanceof InvalidPayloadError
            ? error.message
            : `The reader of '${row.source}' failed (${
                error instanceof Error ? error.name : typeof error
              }): report it to the makers of Plimsoll with this body`,
      },
    };
  }
}
