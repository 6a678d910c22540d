import { z } from 'zod';
import { instant, name, optionalName, text } from '../payload/fields';

const reference = z.object({ id: name, source: optionalName });

/**
 * What we read beside the vocabulary, which has no word for it: see the
 * README. Keys of other makers stay unread.
 */
const customData = z.object({
  runId: optionalName,
  batchId: optionalName,
  version: optionalName,
  commitSha: optionalName,
  repository: optionalName,
  title: text,
  startedAt: instant.nullish(),
  finishedAt: instant.nullish(),
  committedAt: instant.nullish(),
  outcome: z
    .enum([
      'started',
      'succeeded',
      'failed',
      'aborted',
      'canceled',
      'superseded',
    ])
    .nullish(),
  trafficPercent: z.number().min(0).max(100).nullish(),
  rollback: z.boolean().nullish(),
  unplanned: z.boolean().nullish(),
  reason: text,
  changes: z.array(name).max(1_000).nullish(),
  reverts: z.array(name).max(100).nullish(),
  severity: optionalName,
  assignee: optionalName,
  label: optionalName,
  derived: z.boolean().nullish(),
});

/** A CDEvent that passed its schema: what we read of it. */
export const cdEvent = z.object({
  context: z.object({
    id: name,
    source: name,
    timestamp: instant,
    chainId: optionalName,
  }),
  subject: z.object({
    id: name,
    source: optionalName,
    content: z.object({
      environment: reference.optional(),
      artifactId: optionalName,
      description: text,
      ticketURI: optionalName,
      service: reference.optional(),
      repository: reference.optional(),
    }),
  }),
  customData: z
    .preprocess(
      // the other form is base64 of whatever the sender likes
      value => (typeof value === 'string' ? {} : value ?? {}),
      customData,
    )
    .optional()
    .transform(
      (value): z.output<typeof customData> => value ?? customData.parse({}),
    ),
});

/** @see cdEvent */
export type CdEvent = z.output<typeof cdEvent>;
