import type { Entity } from '@backstage/catalog-model';
import { webAddress } from './webAddress';

const SOURCE = 'backstage.io/source-location';

/** Where the service's repository is, and files in it, for people. */
export function repositoryOf({ metadata }: Entity): {
  name?: string;
  url?: string;
  /** A file of its main branch. */
  fileUrl(path: string): string | undefined;
} {
  const { annotations = {}, links = [] } = metadata;
  const source = webAddress(annotations[SOURCE]?.replace(/^url:/, ''));
  const url = webAddress(
    links.find(({ title }) => title === 'Repository')?.url,
  );
  return {
    name: nameOf(url),
    url,
    fileUrl: path => source && new URL(path, source.replace(/\/*$/, '/')).href,
  };
}

function nameOf(url: string | undefined): string | undefined {
  if (!url) {
    return undefined;
  }
  const name = new URL(url).pathname.replace(/^\/|\/$/g, '');
  try {
    return decodeURIComponent(name);
  } catch {
    // a lone percent sign
    return name;
  }
}
