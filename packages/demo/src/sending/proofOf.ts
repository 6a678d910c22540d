import { createHmac } from 'node:crypto';
import type { Delivery, Door } from '../deliveries/Delivery';

/** Doors that take webhooks; each has a secret of its own. */
export type WebhookDoor = Exclude<Door, 'cdevents'>;

const hmac = ({ body }: Delivery, secret: string) =>
  createHmac('sha256', secret).update(body).digest('hex');

const bearer = (_: Delivery, secret: string) => ({
  authorization: `Bearer ${secret}`,
});

/** How each sender shows that it knows the secret. */
const PROOFS: Record<
  WebhookDoor,
  (delivery: Delivery, secret: string) => Record<string, string>
> = {
  github: (delivery, secret) => ({
    'x-hub-signature-256': `sha256=${hmac(delivery, secret)}`,
  }),
  pagerduty: (delivery, secret) => ({
    'x-pagerduty-signature': `v1=${hmac(delivery, secret)}`,
  }),
  gitlab: (_, secret) => ({ 'x-gitlab-token': secret }),
  argocd: bearer,
  'argo-rollouts': bearer,
  jenkins: bearer,
  alertmanager: bearer,
};

/** Headers that prove where a delivery comes from. */
export function proofOf(
  delivery: Delivery & { door: WebhookDoor },
  secret: string,
): Record<string, string> {
  return PROOFS[delivery.door](delivery, secret);
}

/** Doors that {@link proofOf} knows. */
export const WEBHOOK_DOORS = Object.keys(PROOFS) as WebhookDoor[];
