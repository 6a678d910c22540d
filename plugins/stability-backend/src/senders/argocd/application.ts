import { z } from 'zod';
import { instant, name, pageUrl, text } from '../payload/fields';

/** Templates render what is not there as `<no value>`, `null` or nothing. */
const maybe = <TSchema extends z.ZodType>(schema: TSchema) =>
  z.preprocess(
    value =>
      value === null || value === '' || value === '<no value>'
        ? undefined
        : value,
    schema.optional(),
  );

/** What the template of our documentation renders of an Application. */
export const application = z.object({
  app: name,
  appNamespace: maybe(name),
  labels: maybe(z.record(z.string(), z.string())),
  destination: z.object({
    name: maybe(name),
    server: maybe(name),
    namespace: maybe(name),
  }),
  phase: name,
  message: text,
  startedAt: instant,
  finishedAt: maybe(instant),
  health: maybe(name),
  healthSince: maybe(instant),
  images: maybe(z.array(z.string())),
  url: pageUrl,
});

/** @see application */
export type Application = z.output<typeof application>;
