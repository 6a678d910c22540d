import { z } from 'zod';
import { parseDuration } from '@plimsoll/promql';

const schema = z.object({ data: z.object({ storageRetention: z.string() }) });

/**
 * Seconds that samples are kept, from `/api/v1/status/runtimeinfo`, which says
 * `15d`, `10GiB` or `15d or 10GiB`. A limit by size tells nothing about time.
 */
export function parseRetention(body: unknown): number | undefined {
  const text = schema.safeParse(body).data?.data.storageRetention ?? '';
  const [duration] = text.split(' or ');
  return /^([0-9]+(ms|[smhdwy]))+$/.test(duration)
    ? parseDuration(duration) || undefined
    : undefined;
}
