import type { Node, Pair } from 'yaml';

/** A value of a file, and what is needed to write another one there. */
export interface Place {
  source: string;
  /** The entry that holds it. */
  pair: Pair;
  /** Whether it stands between braces. */
  inFlow: boolean;
  /** File and path, for messages. */
  at: string;
}

/** Offsets of a node: first character, end of its value. */
export function rangeOf(node: Node): readonly [from: number, to: number] {
  const [from, to] = node.range ?? [0, 0];
  return [from, to];
}

/** Column of an offset, from 0. */
export function columnOf(source: string, offset: number): number {
  return offset - (source.lastIndexOf('\n', offset - 1) + 1);
}

/** The end of the line that an offset is in, before its line break. */
export function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  const at = end < 0 ? source.length : end;
  return source[at - 1] === '\r' && at > offset ? at - 1 : at;
}

/** The line break that a file uses. */
export function breakOf(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}
