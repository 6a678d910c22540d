import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import type { Repository } from './Repository';
import { repositoryOfUrl } from './repositoryOfUrl';

/** Hosts of the annotations that hold `owner/repository`. */
const SLUGS = {
  'github.com/project-slug': 'github.com',
  'gitlab.com/project-slug': 'gitlab.com',
} as const;

/** The repository that the catalog knows of an entity. */
export function repositoryOfEntity(entity: Entity): Repository | undefined {
  const { annotations = {} } = entity.metadata;
  const located = (name: string) => {
    const location = annotations[name];
    return location?.startsWith('url:')
      ? repositoryOfUrl(location.slice('url:'.length))
      : undefined;
  };
  const ofSlugs = Object.entries(SLUGS)
    .filter(([name]) => annotations[name])
    .map(([name, host]) =>
      repositoryOfUrl(`https://${host}/${annotations[name]}`),
    );
  const managed = located(ANNOTATION_LOCATION);
  return (
    located(ANNOTATION_SOURCE_LOCATION) ??
    ofSlugs.find(Boolean) ??
    (managed && { ...managed, folder: folderOf(managed.folder) })
  );
}

/** Of a file: `a/catalog-info.yaml` lies in `a`. */
function folderOf(file: string): string {
  return file.split('/').slice(0, -1).join('/');
}
