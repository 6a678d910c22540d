import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { stabilityEventsCreatePermission } from '@plimsoll/plugin-stability-common';
import { Router } from 'express';
import { splitBatch } from '../cloudevents/splitBatch';
import type { Inbox } from '../inbox/Inbox';
import type { Sender } from '../senders/Sender';
import type { DoorBook } from './DoorBook';
import type { DoorMetrics } from './DoorMetrics';
import { intake } from './intake';
import type { IntakeGate } from './IntakeGate';
import { pickHeaders, singleHeaders } from './singleHeaders';
import { tooLongDelivery } from './tooLongDelivery';

/**
 * `POST /events`: CDEvents in CloudEvents, one or a batch, by services that
 * Backstage knows (`backend.auth.externalAccess`). People may not: whoever is
 * signed in could invent deployments.
 */
export function createEventsRouter(options: {
  sender: Sender;
  inbox: Inbox;
  book: DoorBook;
  gate: IntakeGate;
  /** None by default. */
  doorMetrics?: DoorMetrics;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}): Router {
  const { sender, inbox, book, gate, httpAuth, permissions } = options;
  const { now = Date.now, doorMetrics: metrics } = options;
  const { source } = sender;
  const router = Router();
  router.post(
    '/events',
    intake({
      source,
      gate,
      metrics,
      book,
      handle: async ({ request, response, read }) => {
        const credentials = await httpAuth.credentials(request, {
          allow: ['service'],
        });
        const [{ result }] = await permissions.authorize(
          [{ permission: stabilityEventsCreatePermission }],
          { credentials },
        );
        if (result !== AuthorizeResult.ALLOW) {
          book.rejected(
            source,
            `'${credentials.principal.subject}' lacks the permission ` +
              `${stabilityEventsCreatePermission.name}: see ` +
              `backend.auth.externalAccess in app-config`,
          );
          throw new NotAllowedError(
            `Delivering events needs ${stabilityEventsCreatePermission.name}`,
          );
        }
        const body = await read({ keepsHead: true });
        const headers = pickHeaders(
          singleHeaders(request.headers),
          sender.keptHeaders,
        );
        const receivedAt = now();
        const deliveries = body.isWhole
          ? splitBatch({ body: body.bytes, headers }).map(event => {
              const delivery = { ...event, receivedAt };
              const { key, dedupeBody } = sender.keyOf(delivery);
              return { ...delivery, source, deliveryKey: key, dedupeBody };
            })
          : [
              tooLongDelivery({
                source,
                head: body.bytes,
                headers,
                receivedAt,
              }),
            ];
        const receipts = await inbox.acceptMany(deliveries);
        book.received(source);
        const accepted = receipts.filter(({ isNew }) => isNew).length;
        response.status(202).json({
          ids: receipts.map(({ id }) => id),
          accepted,
          duplicates: receipts.length - accepted,
        });
      },
    }),
  );
  return router;
}
