import { z } from 'zod/v4';

/** Where the lock lies in a repository. @public */
export const LOCK_FILE = '.plimsoll/lock.yaml';

/**
 * What a repository remembers of how it was made, so that a newer template can
 * be merged into what became of it. It holds no secret: the form asks for none.
 *
 * @public
 */
export const lockFile = z.object({
  /** Of the layout of this file. */
  version: z.literal(1),
  template: z.object({
    name: z.string(),
    /** Semantic version. */
    version: z.string(),
    /** SHA-256 over names and contents of the layers it was written from. */
    hash: z.string(),
  }),
  /** What rendered it. */
  engine: z.string(),
  /** The answers of the form, complete. */
  answers: z.record(z.string(), z.unknown()),
  /** Every file as it was made, by path. */
  files: z.record(
    z.string(),
    z.object({
      sha256: z.string(),
      /** As git writes it. */
      mode: z.enum(['100644', '100755']),
      policy: z.enum(['managed', 'merge', 'once']),
    }),
  ),
});

/** What a repository remembers of how it was made. @public */
export type LockFile = z.infer<typeof lockFile>;
