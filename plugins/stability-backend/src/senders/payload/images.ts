import { commitInTag } from './commitInTag';
import { isVersion } from './isVersion';

interface Image {
  /** As it was told. */
  reference: string;
  /** Last part of its name: `checkout` of `registry.example.com/shop/checkout`. */
  name: string;
  tag?: string;
  digest?: string;
}

/** What a list of container images says about a version. */
export interface ImageVersion {
  version?: string;
  /** References, sorted: of those with a digest, where the service's has one. */
  artifacts?: string[];
  /** Of the tag. */
  commitSha?: string;
}

/**
 * Reads the version from the images that run. It is the tag of the image that
 * is called like the service, else of the only one, or the commit in that tag.
 * `latest` and the names of branches are no version.
 *
 * Of images with a digest all are kept. Where the service's own has only a tag,
 * it alone is: a proxy beside it that is new is no new version of the service.
 * Where nobody knows which is its own, all are.
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
  const kept = keptOf(read, own).map(({ reference }) => reference);
  return {
    version: own?.tag && isVersion(own.tag) ? own.tag : undefined,
    artifacts: kept.length > 0 ? kept : undefined,
    commitSha: commitInTag(own?.tag),
  };
}

function keptOf(images: Image[], own: Image | undefined): Image[] {
  if (own && !own.digest) {
    return own.tag ? [own] : [];
  }
  const digested = images.filter(({ digest }) => digest);
  return digested.length > 0 ? digested : images.filter(({ tag }) => tag);
}

function readImage(reference: string): Image {
  const [tagged, digest] = reference.split('@', 2);
  const last = tagged.slice(tagged.lastIndexOf('/') + 1);
  const [name, tag] = last.split(':', 2);
  return { reference, name, tag, digest };
}
