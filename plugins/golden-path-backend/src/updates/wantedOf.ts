import { NotFoundError } from '@backstage/errors';
import {
  compareVersions,
  type UpdateRequest,
} from '@plimsoll/plugin-golden-path-common';
import type { KeptVersion } from './versions/TemplateArchive';
import type { TemplateVersion } from './versions/TemplateVersion';

/**
 * The version that the catalog has now, or an older one that is named.
 *
 * @throws NotFoundError when there is none, or it was taken back
 */
export function wantedOf(options: {
  /** The last seen first. */
  versions: KeptVersion[];
  template: string;
  request: Pick<UpdateRequest, 'version'>;
}): TemplateVersion {
  const { versions, template, request } = options;
  // sorting keeps the order of equal ones
  const [offered] = versions
    .filter(({ isOffered }) => isOffered)
    .sort((a, b) => compareVersions(b.version, a.version));
  if (!offered) {
    throw new NotFoundError(
      `${template} is not known here: the catalog has it no more, or not yet; it is read again every ten minutes`,
    );
  }
  const { version = offered.version } = request;
  if (version === offered.version) {
    return offered;
  }
  const wanted = versions.find(one => one.version === version);
  if (!wanted || compareVersions(version, offered.version) > 0) {
    throw new NotFoundError(
      `${template} has no version ${version} that is known here, or it was taken back; the newest is ${offered.version}`,
    );
  }
  return wanted;
}
