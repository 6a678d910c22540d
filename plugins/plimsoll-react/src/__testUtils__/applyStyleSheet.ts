import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts a style sheet of this package on the page, so that a test can see what
 * its rules do. In tests CSS modules keep their class names, so the sheet fits
 * the elements as it stands.
 *
 * @param path - below `src`
 */
export function applyStyleSheet(path: string): void {
  const style = document.createElement('style');
  style.textContent = readFileSync(join(__dirname, '..', path), 'utf8');
  document.head.append(style);
}
