import {
  type Node,
  type Scalar,
  isNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { breakOf, columnOf, lineEnd, type Place, rangeOf } from './Place';
import type { TextEdit } from './TextEdit';
import { blockText, flowText } from './valueText';

/** Columns that a new level is further in. */
const STEP = 2;

/** Writes a mapping or a list where there is nothing yet: `{}`, `[]`, no value. */
export function fillEmpty(place: Place, value: unknown): TextEdit {
  const { pair, source, inFlow } = place;
  const key = pair.key as Scalar;
  const node = pair.value as Node;
  const [from, to] = rangeOf(node);
  if (inFlow) {
    const text = flowText(value);
    return { from, to, text: source[from - 1] === ':' ? ` ${text}` : text };
  }
  const colon = source.indexOf(':', rangeOf(key)[1]) + 1;
  const lineBreak = breakOf(source);
  const indent = columnOf(source, rangeOf(key)[0]) + STEP;
  return {
    from: colon,
    to,
    text: lineBreak + blockText({ value, indent, lineBreak }),
  };
}

/** Adds entries behind the others of a mapping or a list that has some. */
export function addEntries(options: {
  source: string;
  into: YAMLMap | YAMLSeq;
  /** `{ name: value }` for a mapping, `[value]` for a list. */
  entries: unknown;
}): TextEdit {
  const { source, into, entries } = options;
  const end = endOf(into);
  if (into.flow) {
    const text = `, ${flowText(entries).slice(1, -1).trim()}`;
    return { from: end, to: end, text };
  }
  const lineBreak = breakOf(source);
  const indent = columnOf(source, rangeOf(into)[0]);
  const text = blockText({ value: entries, indent, lineBreak });
  // a text of several lines ends with its line break
  return source[end - 1] === '\n'
    ? { from: end, to: end, text: text + lineBreak }
    : {
        from: lineEnd(source, end),
        to: lineEnd(source, end),
        text: lineBreak + text,
      };
}

/** Where the last entry ends. */
function endOf(into: YAMLMap | YAMLSeq): number {
  const last: unknown = into.items.at(-1);
  const parts = isNode(last)
    ? [last]
    : Object.values(last as object).filter(isNode);
  return Math.max(
    ...parts.map(part =>
      'items' in part &&
      !(part as YAMLMap).flow &&
      (part as YAMLMap).items.length
        ? endOf(part as YAMLMap)
        : rangeOf(part)[1],
    ),
  );
}
