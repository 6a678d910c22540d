import { AuthenticationError, NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import type { Inbox } from '../inbox/Inbox';
import type { Door } from './Door';
import type { DoorBook } from './DoorBook';
import type { DoorMetrics } from './DoorMetrics';
import { intake } from './intake';
import type { IntakeGate } from './IntakeGate';
import { readBody } from './readBody';
import { pickHeaders, singleHeaders } from './singleHeaders';

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
        handle: async (request, response) => {
          if (!guard) {
            book.rejected(
              source,
              `the door is closed, since ${configKey} has no secret in app-config`,
            );
            throw new NotFoundError(`There is no door '${source}'`);
          }
          const headers = singleHeaders(request.headers);
          const body = guard.admits(headers)
            ? await readBody({ request, response })
            : undefined;
          if (!body || !guard.trusts({ headers, body })) {
            book.rejected(
              source,
              `its signature or token fits no secret of ${configKey}; ` +
                `compare it with what the sender has`,
            );
            throw new AuthenticationError('The signature or token is wrong');
          }
          const delivery = {
            body,
            headers: pickHeaders(headers, sender.keptHeaders),
            receivedAt: now(),
          };
          const { key, dedupeBody } = sender.keyOf(delivery);
          const { id, isNew } = await inbox.accept({
            ...delivery,
            source,
            deliveryKey: key,
            dedupeBody,
          });
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
