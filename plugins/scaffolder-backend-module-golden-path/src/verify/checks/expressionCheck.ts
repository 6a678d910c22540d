import { eachFile, type FileFinding } from '../Check';
import { documentsOf, isHelmTemplate, isRecord, isYaml } from '../yamlFiles';

/** What only the scaffolder knows. */
const UNRENDERED = /\$\{\{-?\s*\(*\s*(values|parameters)\b[^\n]*/;
const UNRENDERED_BLOCK =
  /\{%-?\s*(if|elif|else|endif|for|endfor|set|macro|endmacro)\b[^\n]*/;
const EMPTIED: ReadonlyArray<[RegExp, string]> = [
  [/\$\{\{\s*\}\}/, 'an expression without content'],
  [/\[object Object\]/, 'an object where text should be'],
  [/[:=]\s*["']?(undefined|NaN)["']?\s*$/, 'a value that was not there'],
  [/@sha256:(?![a-f0-9]{8}|\$|\{|<)/, 'a digest that is not there'],
];
/** In programs such words and patterns are meant. */
const SETTINGS =
  /\.(ya?ml|json|toml|env|properties|xml|cfg|ini|tf|tfvars)$|(^|\/)Dockerfile$/;
/** Where a key without a value is always one that got lost. */
const NEVER_NULL =
  /^(\.github\/workflows\/|slo\/|chart\/alerts\/|catalog-info\.yaml$|mkdocs\.yml$)/;
/** `on: { push: }` means all pushes. */
const MAY_BE_NULL = new Set([
  'on',
  'pull_request',
  'push',
  'workflow_dispatch',
]);

/**
 * Expressions of the template that were not rendered, and those that were
 * rendered to nothing: the scaffolder is silent about both.
 */
export const expressionCheck = eachFile({
  name: 'expressions',
  title: 'Nothing was left unrendered, and nothing was emptied',
  applies: () => true,
  findIn(file) {
    const { path, text } = file;
    const findings: FileFinding[] = [];
    if (/\.njk$|\$\{\{|\}\}/.test(path)) {
      findings.push({
        severity: 'error',
        file: path,
        message: 'its name was not rendered',
      });
    }
    text.split('\n').forEach((line, index) => {
      const message = faultOf(line, path);
      if (message) {
        findings.push({
          severity: 'error',
          file: path,
          line: index + 1,
          message,
        });
      }
    });
    if (NEVER_NULL.test(path) && isYaml(file)) {
      findings.push(
        ...documentsOf(file)
          .flatMap(document => lostKeys(document, []))
          .map(key => ({
            severity: 'error' as const,
            file: path,
            message: `${key} has no value: an expression was emptied`,
          })),
      );
    }
    return findings;
  },
});

function faultOf(line: string, path: string): string | undefined {
  const left =
    UNRENDERED.exec(line)?.[0] ??
    (isHelmTemplate(path) ? undefined : UNRENDERED_BLOCK.exec(line)?.[0]);
  if (left) {
    return `was not rendered: ${left.slice(0, 80)}`;
  }
  const lost = SETTINGS.test(path) && EMPTIED.find(([form]) => form.test(line));
  return lost ? `holds ${lost[1]}` : undefined;
}

function lostKeys(value: unknown, place: string[]): string[] {
  if (value === null) {
    return MAY_BE_NULL.has(place.at(-1) ?? '') || !place.length
      ? []
      : [place.join('.')];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      lostKeys(item, [...place, `${index}`]),
    );
  }
  return isRecord(value)
    ? Object.entries(value).flatMap(([key, item]) =>
        lostKeys(item, [...place, key]),
      )
    : [];
}
