import { parseAllDocuments } from 'yaml';
import type { Validator } from './Validator';

/** Templates of Helm become YAML only when Helm has rendered them. */
const NOT_YET = /^chart\/templates\//;

/** Every YAML and JSON file can be read, with each key once. */
export const syntax: Validator = {
  name: 'has YAML and JSON that can be read',
  validate({ files, read }) {
    return files.flatMap(({ path }) => {
      if (NOT_YET.test(path)) {
        return [];
      }
      if (/\.ya?ml$/.test(path)) {
        return parseAllDocuments(read(path), { uniqueKeys: true }).flatMap(
          ({ errors }) => errors.map(error => `${path}: ${error.message}`),
        );
      }
      return path.endsWith('.json') ? jsonFaults(path, read(path)) : [];
    });
  },
};

function jsonFaults(path: string, text: string): string[] {
  // the devcontainer's and TypeScript's are JSON with comments
  if (/(^|\/)(devcontainer|tsconfig[^/]*)\.json$/.test(path)) {
    return [];
  }
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [`${path}: ${String(error)}`];
  }
}
