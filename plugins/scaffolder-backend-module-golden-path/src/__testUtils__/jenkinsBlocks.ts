/** A part of a declarative pipeline: a name, and what stands in its braces. */
export interface JenkinsBlock {
  /** Without its arguments: `stage`. */
  name: string;
  /** What stands between name and brace, for instance `('CI')`. */
  argument: string;
  /** Statements that are no blocks, a line each. */
  lines: string[];
  blocks: JenkinsBlock[];
}

/** Stands for a brace that is part of a text. */
const MASK = '\uE000';

/**
 * Reads a Jenkinsfile as blocks in blocks. Braces in texts and comments are
 * none.
 *
 * @throws Error with the line, where a brace has no partner
 */
export function jenkinsBlocks(source: string): JenkinsBlock[] {
  const masked = source.replace(
    /'''[\s\S]*?'''|"""[\s\S]*?"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    text =>
      text.startsWith('/')
        ? text.replace(/[^\n]/g, ' ')
        : text.replace(/[{};]/g, MASK),
  );
  const root: JenkinsBlock = { name: '', argument: '', lines: [], blocks: [] };
  const open = [root];
  let from = 0;
  const lineAt = (index: number) => source.slice(0, index).split('\n').length;
  const take = (until: number) => {
    const text = source.slice(from, until);
    // comments are blanks where braces were looked for
    const shown = masked
      .slice(from, until)
      .replaceAll(MASK, (_, at: number) => text[at]);
    from = until + 1;
    return shown
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean);
  };
  [...masked.matchAll(/[{}]/g)].forEach(({ 0: brace, index = 0 }) => {
    const parent = open[open.length - 1];
    const lines = take(index);
    if (brace === '{') {
      const head = lines.pop() ?? '';
      const [, name, argument] = /^([\w.]*)\s*(.*)$/s.exec(head) ?? [
        '',
        '',
        '',
      ];
      const block = { name, argument, lines: [], blocks: [] };
      parent.lines.push(...lines);
      parent.blocks.push(block);
      open.push(block);
      return;
    }
    parent.lines.push(...lines);
    open.pop();
    if (open.length === 0) {
      throw new Error(`line ${lineAt(index)}: this } closes nothing`);
    }
  });
  if (open.length > 1) {
    throw new Error(`${open[open.length - 1].name} is never closed`);
  }
  return root.blocks;
}
