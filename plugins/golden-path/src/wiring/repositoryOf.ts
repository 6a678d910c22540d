import type { Entity } from '@backstage/catalog-model';

const SOURCE = 'backstage.io/source-location';

/** Where the service's repository is, and files in it, for people. */
export function repositoryOf({ metadata }: Entity): {
  name?: string;
  url?: string;
  /** A file of its main branch. */
  fileUrl(path: string): string | undefined;
} {
  const { annotations = {}, links = [] } = metadata;
  const source = annotations[SOURCE]?.replace(/^url:/, '');
  const isWeb = source && URL.canParse(source) && /^https?:/.test(source);
  const url = links.find(({ title }) => title === 'Repository')?.url;
  return {
    name: nameOf(url),
    url,
    fileUrl: path =>
      isWeb ? new URL(path, source.replace(/\/*$/, '/')).href : undefined,
  };
}

function nameOf(url: string | undefined): string | undefined {
  return url && URL.canParse(url)
    ? decodeURIComponent(new URL(url).pathname).replace(/^\/|\/$/g, '')
    : undefined;
}
