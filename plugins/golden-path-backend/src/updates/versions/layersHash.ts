import { layersOf } from '@plimsoll/plugin-golden-path-common';
import { sha256 } from '../sha256';
import type { TemplateVersion } from './TemplateVersion';

type Planned = Parameters<typeof layersOf>[0];

/**
 * The hash that the lock of a service holds: over names and contents of the
 * layers that it was written from, as `goldenpath:lock` computes it.
 */
export function layersHash(options: {
  version: TemplateVersion;
  answers: Record<string, unknown>;
}): string {
  const { version, answers } = options;
  const { stack } =
    version.entity.spec.steps.find(({ action }) => action === 'goldenpath:plan')
      ?.input ?? {};
  const layers = layersOf({
    stack: stack as Planned['stack'],
    pipeline: answers.pipeline as Planned['pipeline'],
  });
  const used = version.files.filter(({ path }) =>
    layers.some(layer => path.startsWith(`${layer}/`)),
  );
  return sha256(used.map(file => `${file.sha256}  ${file.path}\n`).join(''));
}
