import { createHash } from 'node:crypto';
import { commitInTag } from '../../senders/payload/commitInTag';
import { imageVersion } from '../../senders/payload/images';
import type { WorkloadObject } from './workloadObject';

/** Which version the template of a workload names. */
export interface WorkloadVersion {
  /** Equal for equal versions, 12 hexadecimal digits. */
  key: string;
  /** What people call it. */
  version?: string;
  /** Images of all containers, sorted: by digest where one has a digest. */
  artifacts: string[];
  commitSha?: string;
}

const VERSION_LABEL = 'app.kubernetes.io/version';
const MAIN_CONTAINER = 'kubectl.kubernetes.io/default-container';

/**
 * Reads the version from the pod template: the images of its containers, and
 * the label `app.kubernetes.io/version`, which tells two versions apart whose
 * images bear a tag that moves. All else of a template is configuration.
 *
 * @returns undefined when the template names no image
 */
export function workloadVersion(
  object: WorkloadObject,
): WorkloadVersion | undefined {
  const { template } = object.spec;
  const containers = template?.spec?.containers ?? [];
  const images = containers.map(({ image }) => image).filter(Boolean);
  if (images.length === 0) {
    return undefined;
  }
  const main = template?.metadata?.annotations?.[MAIN_CONTAINER];
  const own = containers.find(({ name }) => name === main)?.image;
  const label = template?.metadata?.labels?.[VERSION_LABEL];
  const said = imageVersion({
    images: own ? [own] : images,
    called: object.metadata.name,
  });
  const tag = own ?? (images.length === 1 ? images[0] : undefined);
  const sorted = [...new Set(images)].sort();
  const isDigested = sorted.some(image => image.includes('@'));
  return {
    key: keyOf([...sorted, label ?? '']),
    version: said.version ?? label ?? tagOf(tag),
    artifacts: isDigested
      ? sorted.filter(image => image.includes('@'))
      : sorted,
    commitSha: commitInTag(tagOf(tag)),
  };
}

function keyOf(parts: string[]): string {
  return createHash('sha256')
    .update(parts.join('\n'))
    .digest('hex')
    .slice(0, 12);
}

/** The tag of a reference; the port of a registry is none. */
function tagOf(reference: string | undefined): string | undefined {
  return /:([^:/@]+)(?:@|$)/.exec(reference ?? '')?.[1];
}
