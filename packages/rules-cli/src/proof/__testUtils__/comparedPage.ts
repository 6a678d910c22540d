import { findPromtool } from '@plimsoll/prometheus-client/testUtils';
import { type Compared, compareRules } from './compareRules';

const HEAD = ['scenario', 'truth', 'Plimsoll', 'mean of five-minute ratios'];

/** The page `docs/rules-compared.md`. */
export function comparedPage(compared: readonly Compared[]): string {
  const rows = compared.map(({ title, truth, ours, theirs }) => [
    title,
    percent(truth),
    `${percent(ours)} (${offBy(ours, truth)})`,
    `${percent(theirs)} (${offBy(theirs, truth)})`,
  ]);
  return `# Rules compared

Six hours of the same counters, evaluated every minute by Prometheus' own engine (\`promtool test rules\`) with two sets of rules. The truth is counted: failed requests out of all.

${table([HEAD, ...rows])}

**Plimsoll** records bad and total events a second and divides their sums over the window. Every event counts once, silence counts nothing, and an error series that is not there yet means no error.

**The mean of five-minute ratios** is what Sloth's default ("optimized") rules make of a window, written anew after its published formulas: the ratio of five minutes, and the mean of all ratios that there are. A quiet five minutes weighs as much as a busy one; a division of nothing by nothing stays in the mean as long as the window; and stretches without an error series are left out, so that only the bad ones count. Sloth can be told to compute the window from the source instead (\`disableOptimized\`), which is right and expensive.

Made by \`npm run bench -- rules\`; a test holds the page against what the rules give today.
`;
}

/** A table whose columns stand below each other. */
function table([head, ...rows]: string[][]): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map(row => row[column].length)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const rule = widths.map(width => '-'.repeat(width));
  return [head, rule, ...rows].map(line).join('\n');
}

/** How far the worst of our figures is from the truth, as a ratio. */
export function worstOf(compared: readonly Compared[]): number {
  return Math.max(
    ...compared.map(({ ours = NaN, truth }) => Math.abs(ours / truth - 1)),
  );
}

function percent(ratio: number | undefined): string {
  return ratio === undefined || Number.isNaN(ratio)
    ? 'no number'
    : `${(ratio * 100).toFixed(3)} %`;
}

function offBy(ratio: number | undefined, truth: number): string {
  return ratio === undefined || Number.isNaN(ratio)
    ? 'NaN'
    : `${(ratio / truth).toFixed(2)} x`;
}

if (require.main === module) {
  const compared = compareRules(findPromtool() ?? 'promtool');
  process.stdout.write(
    `${JSON.stringify({
      page: comparedPage(compared),
      worst: worstOf(compared),
    })}\n`,
  );
}
