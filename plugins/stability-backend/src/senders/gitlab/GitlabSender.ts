import { hashOf } from '../payload/hashOf';
import type { Delivery, DeliveryKey, ParsedDelivery, Sender } from '../Sender';
import { parseDeploymentHook } from './parseDeploymentHook';
import { parseMergeRequestHook } from './parseMergeRequestHook';

const PARSERS = new Map([
  ['Deployment Hook', parseDeploymentHook],
  ['Merge Request Hook', parseMergeRequestHook],
]);

/** Reads the webhooks of a GitLab project or group. */
export class GitlabSender implements Sender {
  readonly source = 'gitlab';
  readonly keptHeaders = ['x-gitlab-event', 'idempotency-key'];

  static create(): GitlabSender {
    return new GitlabSender();
  }

  keyOf({ body, headers }: Delivery): DeliveryKey {
    return {
      key: headers['idempotency-key'] ?? hashOf(body),
      dedupeBody: false,
    };
  }

  parse({ body, headers }: Delivery): ParsedDelivery {
    const event = headers['x-gitlab-event'] ?? 'event';
    const parser = PARSERS.get(event);
    return parser
      ? parser(body)
      : {
          summary: event,
          drafts: [],
          notice: `GitLab's '${event}' says nothing about deployments`,
        };
  }
}
