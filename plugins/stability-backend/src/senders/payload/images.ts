import { isVersion } from './isVersion';

interface Image {
  /** Last part of its name: `checkout` of `registry.example.com/shop/checkout`. */
  name: string;
  tag?: string;
  digest?: string;
}

/** What a list of container images says about a version. */
export interface ImageVersion {
  version?: string;
  /** References with a digest, sorted. */
  artifacts?: string[];
}

/**
 * Reads the version from the images that run. Digests are kept of all of them;
 * the version is the tag of the image that is called like the service, else of
 * the only one. `latest` and the names of branches are no version.
 *
 * @param options.called - the service, as its sender calls it
 */
export function imageVersion(options: {
  images: string[];
  called: string;
}): ImageVersion {
  const images = [...new Set(options.images)].filter(Boolean).sort();
  const read = images.map(readImage);
  const own =
    read.find(({ name }) => name === options.called) ??
    read.find(({ name }) => name !== '' && options.called.includes(name)) ??
    (read.length === 1 ? read[0] : undefined);
  const artifacts = images.filter((_, index) => read[index].digest);
  return {
    version: own?.tag && isVersion(own.tag) ? own.tag : undefined,
    artifacts: artifacts.length > 0 ? artifacts : undefined,
  };
}

function readImage(reference: string): Image {
  const [tagged, digest] = reference.split('@', 2);
  const last = tagged.slice(tagged.lastIndexOf('/') + 1);
  const [name, tag] = last.split(':', 2);
  return { name, tag, digest };
}
