import { LineCounter, parseAllDocuments } from 'yaml';
import { eachFile, type FileFinding } from '../Check';
import { isYaml, valueOf } from '../yamlFiles';

/** YAML that every parser reads alike: no fault, no key twice. */
export const yamlCheck = eachFile({
  name: 'yaml',
  title: 'YAML can be read, with each key once',
  applies: isYaml,
  findIn({ path, text }) {
    const lineCounter = new LineCounter();
    const finding = (offset: number, message: string): FileFinding => ({
      severity: 'error',
      file: path,
      line: lineCounter.linePos(offset).line,
      message: `is no YAML here: ${message}`,
    });
    return parseAllDocuments(text, {
      lineCounter,
      prettyErrors: false,
      logLevel: 'silent',
    }).flatMap(document => {
      const { errors, range } = document;
      if (errors.length) {
        return errors.map(({ message, pos }) => finding(pos[0], message));
      }
      const { fault } = valueOf(document);
      return fault === undefined ? [] : [finding(range[0], fault)];
    });
  },
});
