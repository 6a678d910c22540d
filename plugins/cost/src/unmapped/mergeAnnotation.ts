/**
 * The value of an annotation that is a list, with one more entry: what stands
 * there stays, and nothing stands twice.
 *
 * @param present - `service=checkout, app=checkout`
 * @param added - `app=checkout-jobs`
 */
export function mergeAnnotation(
  present: string | undefined,
  added: string,
): string {
  const entries = [...(present ?? '').split(','), ...added.split(',')]
    .map(entry => entry.trim())
    .filter(Boolean);
  return [...new Set(entries)].join(',');
}
