import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { catalogDocuments } from '../__testUtils__/catalogFiles';

const ROOT = resolve(__dirname, '../../catalog');

describe('all.yaml', () => {
  it('leads to every other file, and each of its targets to at least one', () => {
    const documents = catalogDocuments();
    const [location] = documents.filter(({ file }) => file === 'all.yaml');
    const targets = location.value.spec.targets as string[];
    const found = targets.map(target => globSync(target, { cwd: ROOT }));
    for (const files of found) {
      expect(files).not.toEqual([]);
    }
    const files = new Set(documents.map(({ file }) => file));
    files.delete('all.yaml');
    expect(new Set(found.flat())).toEqual(files);
  });
});
