import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Bytes that a browser must have before anything is drawn: the scripts and
 * styles that index.html names, each compressed by gzip.
 *
 * @param {string} folder - a production build
 */
export function initialLoadBytes(folder) {
  const file = ['index.html.tmpl', 'index.html']
    .map(name => join(folder, name))
    .find(existsSync);
  const html = readFileSync(file, 'utf8');
  const assets = [
    ...html.matchAll(/(?:src|href)="[^"]*?(static\/[^"]+\.(?:js|css))"/g),
  ];
  return assets.reduce(
    (sum, [, path]) =>
      sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length,
    0,
  );
}
