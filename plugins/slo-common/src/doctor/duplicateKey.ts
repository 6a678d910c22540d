import { type Document, isScalar, visit } from 'yaml';

/**
 * Where a key of a mapping stands for the second time, as an offset of the text.
 * The parser's own search compares each key with all others, which takes many
 * seconds for a long mapping.
 */
export function duplicateKey(document: Document): number | undefined {
  let found: number | undefined;
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (isScalar(key)) {
          if (seen.has(key.value)) {
            found = key.range?.[0] ?? 0;
            return visit.BREAK;
          }
          seen.add(key.value);
        }
      }
      return undefined;
    },
  });
  return found;
}
