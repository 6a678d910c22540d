import type { TemplateStep } from './TemplateStep';
import type { ArchivedFile } from '../versions/TemplateVersion';

/**
 * Whether a file that a template writes can be run. A dry run is sent no modes,
 * so each file is looked up by the layer that wrote it: its name there may hold
 * expressions, which stand for any text without a slash.
 */
export function executablePaths(options: {
  files: ArchivedFile[];
  steps: TemplateStep[];
}): (path: string) => boolean {
  const { files, steps } = options;
  const patterns = steps
    .filter(({ action }) => action === 'fetch:template')
    .flatMap(({ input = {} }) => {
      const layer = below(String(input.url ?? ''), 'layers/');
      const target = below(String(input.targetPath ?? ''), '');
      return files
        .filter(({ isExecutable }) => isExecutable)
        .flatMap(({ path }) => {
          const match = expression(`${layer}/`, '^').exec(path);
          return match
            ? [
                expression(
                  `${target && `${target}/`}${path
                    .slice(match[0].length)
                    .replace(/\.njk$/, '')}`,
                  '^',
                  '$',
                ),
              ]
            : [];
        });
    });
  return path => patterns.some(pattern => pattern.test(path));
}

/** `./layers/base` is `base` below `layers/`. */
function below(path: string, folder: string): string {
  const plain = path.replace(/^\.\//, '').replace(/\/+$/, '');
  return plain.startsWith(folder) ? plain.slice(folder.length) : plain;
}

/** Expressions of the template stand for any text of one name. */
function expression(text: string, before: string, after = ''): RegExp {
  const parts = text
    .split(/\$\{\{.*?\}\}/)
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`${before}${parts.join('[^/]*')}${after}`);
}
