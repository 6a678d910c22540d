/**
 * Whether a figure is on the wrong side of its target. One that is no number
 * has missed any target.
 *
 * @param {import('./findBenches.mjs').Figure} figure
 */
export function isMissed({ value, target }) {
  if (!target) {
    return false;
  }
  return 'atMost' in target
    ? !(value <= target.atMost)
    : !(value >= target.atLeast);
}

function verdict(figure) {
  if (!figure.target) {
    return '-';
  }
  return isMissed(figure) ? 'MISSED' : 'met';
}

function targetText({ target, unit }) {
  if (!target) {
    return '-';
  }
  return 'atMost' in target
    ? `<= ${target.atMost} ${unit}`
    : `>= ${target.atLeast} ${unit}`;
}

/** Three digits that mean something, and no more. */
function valueText({ value, unit }) {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}

/**
 * @param {(import('./findBenches.mjs').Figure & { bench: string })[]} figures
 * @returns {string} a table: bench, figure, value, target, verdict
 */
export function benchTable(figures) {
  const rows = [
    ['bench', 'figure', 'value', 'target', 'verdict'],
    ...figures.map(figure => [
      figure.bench,
      figure.figure,
      valueText(figure),
      targetText(figure),
      verdict(figure),
    ]),
  ];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows
    .map(row =>
      row
        .map((cell, column) =>
          column === 2
            ? cell.padStart(widths[column])
            : cell.padEnd(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
