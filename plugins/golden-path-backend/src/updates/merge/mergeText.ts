import { diff3Merge } from 'node-diff3';

/**
 * Merges two changes of one text by lines (diff3). A change of line ends alone
 * is no change: where the team writes CRLF throughout, so does the result.
 *
 * @returns nothing where both changed the same lines
 */
export function mergeText(options: {
  base: string;
  ours: string;
  theirs: string;
}): string | undefined {
  const { base, ours, theirs } = options;
  if (endsOf(ours) === 'crlf' && endsOf(base) === 'lf') {
    const merged = mergeText({ base, theirs, ours: toLf(ours) });
    return merged === undefined ? undefined : toCrlf(merged);
  }
  if (endsOf(ours) === 'lf' && endsOf(base) === 'crlf') {
    return mergeText({ base: toLf(base), ours, theirs: toLf(theirs) });
  }
  const regions = diff3Merge(
    linesOf(ours),
    linesOf(base),
    linesOf(theirs),
    // the same change on both sides is no conflict
    { excludeFalseConflicts: true },
  );
  const parts: string[] = [];
  for (const { ok } of regions) {
    if (!ok) {
      return undefined;
    }
    parts.push(...ok);
  }
  return parts.join('');
}

/** Each with its end, so that a missing last one is a difference. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function endsOf(text: string): 'lf' | 'crlf' | 'mixed' {
  const all = text.split('\n').length - 1;
  const crlf = text.split('\r\n').length - 1;
  if (crlf === 0) {
    return 'lf';
  }
  return crlf === all ? 'crlf' : 'mixed';
}

function toLf(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function toCrlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}
