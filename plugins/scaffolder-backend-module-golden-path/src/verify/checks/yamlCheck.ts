import { LineCounter, parseAllDocuments } from 'yaml';
import { eachFile } from '../Check';
import { isYaml } from '../yamlFiles';

/** YAML that every parser reads alike: no fault, no key twice. */
export const yamlCheck = eachFile({
  name: 'yaml',
  title: 'YAML can be read, with each key once',
  applies: isYaml,
  findIn({ path, text }) {
    const lineCounter = new LineCounter();
    return parseAllDocuments(text, {
      lineCounter,
      prettyErrors: false,
      logLevel: 'silent',
    }).flatMap(({ errors }) =>
      errors.map(({ message, pos }) => ({
        severity: 'error' as const,
        file: path,
        line: lineCounter.linePos(pos[0]).line,
        message: `is no YAML here: ${message}`,
      })),
    );
  },
});
