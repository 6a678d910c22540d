import { z } from 'zod';

/** States of a delivery, in the order of the page. */
export const INBOX_STATES = [
  'waiting',
  'done',
  'unmatched',
  'dead',
  'ignored',
] as const;

const HINT_TYPES = [
  'service',
  'kubernetes-id',
  'argocd-app',
  'pagerduty-service',
  'repository',
  'path',
  'environment',
  'job',
] as const;

/** Query of `GET /inbox`. */
export const listRequest = z.object({
  state: z.enum(INBOX_STATES).optional(),
  source: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(100).optional(),
});

/** @see listRequest */
export type ListInboxRequest = z.output<typeof listRequest>;

/** Body of `POST /inbox/rules`. */
export const newRule = z.object({
  source: z.string().min(1).max(64).optional(),
  when: z
    .array(
      z.object({
        type: z.enum(HINT_TYPES),
        pattern: z.string().min(1).max(255),
      }),
    )
    .min(1)
    .max(10),
  entityRef: z.string().min(1).max(255),
});
