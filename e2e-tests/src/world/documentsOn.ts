import { readFile } from 'node:fs/promises';
import { parseAllDocuments } from 'yaml';

/**
 * The same objectives once more, measured at another source: every document
 * with a suffix to its name, and with that source where it names none.
 *
 * @param options.file - documents of OpenSLO, YAML
 * @returns JSON documents, for a file of their own
 */
export async function documentsOn(options: {
  file: string;
  source: string;
  suffix: string;
}): Promise<string> {
  const { file, source, suffix } = options;
  const text = await readFile(file, 'utf8');
  return parseAllDocuments(text)
    .map(document => {
      const { metadata, ...rest } = document.toJS();
      return JSON.stringify(
        { ...rest, metadata: { ...metadata, name: metadata.name + suffix } },
        (key, value) =>
          key === 'metricSource'
            ? { metricSourceRef: source, ...value }
            : value,
      );
    })
    .join('\n---\n');
}
