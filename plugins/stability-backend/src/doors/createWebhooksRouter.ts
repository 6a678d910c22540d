import { AuthenticationError, NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import type { Inbox, InboxDelivery } from '../inbox/Inbox';
import type { Sender } from '../senders/Sender';
import type { Door } from './Door';
import type { DoorBook } from './DoorBook';
import type { DoorMetrics } from './DoorMetrics';
import { intake } from './intake';
import type { IntakeGate } from './IntakeGate';
import type { ReadBody } from './readBody';
import { pickHeaders, singleHeaders } from './singleHeaders';
import { tooLongDelivery } from './tooLongDelivery';

/**
 * `POST /webhooks/{source}` of every door: verify, commit, 202. Whatever the
 * body says is looked at later.
 *
 * Its routes have no credentials barrier: each door has a guard of its own,
 * and one without a secret stays closed.
 */
export function createWebhooksRouter(options: {
  doors: Door[];
  inbox: Inbox;
  book: DoorBook;
  gate: IntakeGate;
  /** None by default. */
  doorMetrics?: DoorMetrics;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}): Router {
  const { doors, inbox, book, gate, now = Date.now } = options;
  const { doorMetrics: metrics } = options;
  const router = Router();
  for (const { sender, guard, configKey } of doors) {
    const { source } = sender;
    router.post(
      `/webhooks/${source}`,
      intake({
        source,
        gate,
        metrics,
        book,
        handle: async ({ request, response, read }) => {
          if (!guard) {
            book.rejected(
              source,
              `the door is closed, since ${configKey} has no secret in app-config`,
            );
            throw new NotFoundError(`There is no door '${source}'`);
          }
          const headers = singleHeaders(request.headers);
          // of a long body only the beginning is there, which no signature fits
          const body = guard.admits(headers)
            ? await read({ keepsHead: !guard.coversBody })
            : undefined;
          if (!body || !guard.trusts({ headers, body: body.bytes })) {
            book.rejected(
              source,
              `its signature or token fits no secret of ${configKey}; ` +
                `compare it with what the sender has`,
            );
            throw new AuthenticationError('The signature or token is wrong');
          }
          const { id, isNew } = await inbox.accept(
            deliveryOf({
              sender,
              body,
              headers: pickHeaders(headers, sender.keptHeaders),
              receivedAt: now(),
            }),
          );
          book.received(source);
          response
            .status(202)
            .json({ id, status: isNew ? 'accepted' : 'duplicate' });
        },
      }),
    );
  }
  return router;
}

function deliveryOf(options: {
  sender: Sender;
  body: ReadBody;
  headers: Record<string, string>;
  receivedAt: number;
}): InboxDelivery {
  const { sender, body, headers, receivedAt } = options;
  const { source } = sender;
  if (!body.isWhole) {
    return tooLongDelivery({ source, head: body.bytes, headers, receivedAt });
  }
  const delivery = { body: body.bytes, headers, receivedAt };
  const { key, dedupeBody } = sender.keyOf(delivery);
  return { ...delivery, source, deliveryKey: key, dedupeBody };
}
