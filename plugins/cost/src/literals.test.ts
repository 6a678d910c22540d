import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Attributes that people read or hear. */
const SPOKEN =
  'label|title|subtitle|alt|placeholder|description|aria-label|aria-description';

/** Text between tags, in braces too, and in attributes that are read. */
const PATTERNS = [
  />\s*([A-Za-z][^<>{}=;()]*)<\//g,
  /\}\s*([A-Za-z][^<>{}=;()&|?:]*)<\//g,
  />\s*\{\s*(['"`][^'"`{}]*[A-Za-z]{2}[^'"`{}]*['"`])\s*\}/g,
  new RegExp(
    `\\s(?:${SPOKEN})=(?:\\{\\s*)?(["'\`][^"'\`{}]*[A-Za-z]{2}[^"'\`{}]*["'\`])`,
    'g',
  ),
];

/** English that stands in JSX instead of in the translation. */
function literalsIn(code: string): string[] {
  const bare = code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
  return PATTERNS.flatMap(pattern =>
    Array.from(bare.matchAll(pattern), ([, text]) => text.trim()),
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return entry.name.startsWith('__') ? [] : filesIn(path);
    }
    return entry.name.endsWith('.tsx') && !entry.name.endsWith('.test.tsx')
      ? [path]
      : [];
  });
}

describe('texts for people', () => {
  it.each([
    ['<p>Nothing to save</p>', 'Nothing to save'],
    ['<p>\n  Nothing to save\n</p>', 'Nothing to save'],
    ["<p>{'Nothing to save'}</p>", "'Nothing to save'"],
    ['<strong>{amount} a month</strong>', 'a month'],
    ['<Button aria-label="Open change" />', '"Open change"'],
    ["<Card title={'Savings'} />", "'Savings'"],
  ])('are found in %j', (code, text) => {
    expect(literalsIn(code)).toEqual([text]);
  });

  it.each([
    '<p className="text">{t(\'savings.none\')}</p>',
    'const a = useElementWidth<HTMLDivElement>(1024);',
    'render(row: T): Polled<CostPage<UnmappedCost>> {',
    '/** <p>Nothing</p> */',
    '<span>{ground} {action}</span>',
  ])('are none in %j', code => {
    expect(literalsIn(code)).toEqual([]);
  });

  const files = filesIn(__dirname);

  it('are all looked at', () => {
    expect(files.length).toBeGreaterThan(60);
  });

  it.each(files.map(file => relative(__dirname, file)))(
    'stand in the translation, none in %s',
    file => {
      const code = readFileSync(join(__dirname, file), 'utf8');
      expect(literalsIn(code)).toEqual([]);
    },
  );
});
