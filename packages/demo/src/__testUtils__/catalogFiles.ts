import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

const ROOT = resolve(__dirname, '../../catalog');

/** One YAML document of the demo world's catalog. */
export interface CatalogDocument {
  /** Path below `catalog/`. */
  file: string;
  value: {
    apiVersion: string;
    kind: string;
    metadata: { name: string; annotations?: Record<string, string> };
    spec: Record<string, unknown>;
  };
}

/** Every YAML document below `catalog/`, but for the sites of the docs. */
export function catalogDocuments(): CatalogDocument[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .flatMap(file => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      return parseAllDocuments(text).map(document => {
        if (document.errors.length > 0) {
          throw document.errors[0];
        }
        return { file, value: document.toJS() as CatalogDocument['value'] };
      });
    });
}
