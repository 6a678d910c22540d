import type { Validator } from './Validator';

/** Where `${{ }}` and `{{ }}` are somebody else's language. */
const OTHER_LANGUAGES =
  /^(\.github\/|chart\/(templates|alerts)\/|dashboards\/|docs\/|local\/|README\.md$|\.gitlab|chaos\/|deploy\/)/;
const TEXT = /\.(ya?ml|json|md|toml|env|properties|xml|cfg|ini|txt)$/;

/** Nothing of the scaffolder's own language may be left in a file. */
export const leftovers: Validator = {
  name: 'holds nothing that was not rendered',
  validate({ files, read }) {
    return files
      .filter(({ path }) => path !== '.plimsoll/lock.yaml')
      .flatMap(({ path }) => {
        const name = /\.njk$|\$\{|\}\}|undefined|\[object|^-|\/-/.test(path)
          ? [`${path}: its name was not rendered`]
          : [];
        const text = read(path);
        const found = [
          ...(OTHER_LANGUAGES.test(path) ? [] : text.match(/\$\{\{.*/g) ?? []),
          ...(text.match(/.*\$\{\{\s*(values|parameters)\b.*/g) ?? []),
          ...(text.match(/.*\[object Object\].*/g) ?? []),
          ...(text.match(/.*\{%-?\s*(if|for|set|endif|endfor)\b.*/g) ?? []),
          ...(TEXT.test(path) ? text.match(/.*: undefined\b.*/g) ?? [] : []),
        ];
        return [...name, ...found.map(line => `${path}: ${line.trim()}`)];
      });
  },
};
