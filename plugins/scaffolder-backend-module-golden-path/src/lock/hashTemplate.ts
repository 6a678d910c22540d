import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import { fetchContents } from '@backstage/plugin-scaffolder-node';
import { listFiles, sha256 } from './listFiles';

/**
 * One hash over names and contents of the layers that a service is written
 * from: what of the template changed without a new version shows.
 *
 * @returns 64 hexadecimal digits
 */
export async function hashTemplate(options: {
  reader: UrlReaderService;
  integrations: ScmIntegrations;
  /** Address of the template's own file. */
  baseUrl: string | undefined;
  /** Folders below `layers`. */
  layers: string[];
  /** Empty folder that is used meanwhile. */
  folder: string;
}): Promise<string> {
  const { layers, folder, ...source } = options;
  await fetchContents({ ...source, fetchUrl: './layers', outputPath: folder });
  const files = await listFiles(folder);
  const used = files.filter(({ path }) =>
    layers.some(layer => path.startsWith(`${layer}/`)),
  );
  return sha256(used.map(file => `${file.sha256}  ${file.path}\n`).join(''));
}
