import type { LocalFinding } from './Finding';
import type { InspectedBucket } from './ObjectiveInspection';

const MAX_LISTED = 12;

/**
 * Whether the histogram has the bucket that a query names. The same bound is
 * written differently by different servers: `le="1"` in Prometheus 2, `"1.0"`
 * in Prometheus 3. Plimsoll asks for both where the bound is a whole number.
 *
 * @param options.found - the query finds series all the same
 * @param options.path - place of the query in the document
 */
export function bucketFinding(options: {
  bucket: InspectedBucket;
  found: boolean;
  path: string;
}): LocalFinding | undefined {
  const { bucket, found, path } = options;
  const { asked, present } = bucket;
  if (present.length === 0 || present.includes(asked)) {
    return undefined;
  }
  const finding = { check: 'bucket', path } as const;
  const bound = boundOf(asked);
  const spelled = present.find(one => boundOf(one) === bound);
  if (spelled !== undefined) {
    return {
      ...finding,
      severity: found ? 'info' : 'error',
      message: `asks for le="${asked}", which this server writes le="${spelled}"`,
      fix: found
        ? `Plimsoll finds both; other tools need le=~"${asked}|${spelled}"`
        : `Write le="${spelled}"`,
    };
  }
  const sorted = [...present].sort((a, b) => boundOf(a) - boundOf(b));
  const below = sorted.filter(one => boundOf(one) < bound).at(-1);
  const above = sorted.find(one => boundOf(one) > bound);
  const nearest = [below, above].flatMap(one =>
    one === undefined ? [] : `le="${one}"`,
  );
  return {
    ...finding,
    severity: 'error',
    message: `asks for the bucket le="${asked}", which does not exist; there are ${listed(
      sorted,
    )}`,
    fix: `Write ${
      nearest.join(' or ') || 'a bound that exists'
    }, or add the bound to the service's histogram`,
  };
}

function boundOf(text: string): number {
  return text === '+Inf' ? Infinity : Number(text);
}

function listed(bounds: string[]): string {
  const shown = bounds.slice(0, MAX_LISTED).join(', ');
  return bounds.length > MAX_LISTED
    ? `${shown} and ${bounds.length - MAX_LISTED} more`
    : shown;
}
