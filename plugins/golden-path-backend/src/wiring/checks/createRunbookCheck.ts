import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { NotAnswered } from '../NotAnswered';
import { say, step, type WiringCheck } from './WiringCheck';

const ANNOTATION = 'plimsoll.dev/runbook-url';

/** Whether what people read at night is there, and alerts lead to it. */
export function createRunbookCheck(options: {
  reader: UrlReaderService;
}): WiringCheck {
  const { reader } = options;
  return async ({ entity, reads }) => {
    const { annotations = {} } = entity.metadata;
    const url = annotations[ANNOTATION];
    const edit = annotations['backstage.io/edit-url'];
    if (!url) {
      return {
        state: 'missing',
        sentences: [say('runbook-no-annotation')],
        steps: edit ? [step('edit-catalog-info', edit)] : [],
      };
    }
    const path = pathOf(url);
    const text = URL.canParse(url) ? await read(reader, url) : undefined;
    if (text === undefined) {
      return {
        state: 'missing',
        sentences: [say('runbook-gone', { path })],
        steps: edit ? [step('edit-catalog-info', edit)] : [],
      };
    }
    const sections = text.match(/^#{2,3}\s+\S/gm)?.length ?? 0;
    if (sections === 0) {
      return {
        state: 'missing',
        sentences: [say('runbook-no-sections', { path })],
        steps: [step('open-runbook', url)],
      };
    }
    const links = await linksTo(url, reads);
    return {
      state: 'done',
      sentences: [
        ...(links
          ? [say('runbook-reachable', { path, sections, count: links })]
          : [say('runbook-no-alerts', { path, sections })]),
        ...(links === undefined ? [say('runbook-links-unknown')] : []),
      ],
    };
  };
}

/** How many alerts lead to it; nothing where nobody can tell. */
async function linksTo(
  url: string,
  reads: Parameters<WiringCheck>[0]['reads'],
): Promise<number | undefined> {
  try {
    const { rules, sources } = await reads.loadedRules();
    const isTold = sources.every(({ state }) => state === 'answered');
    const links = rules.filter(
      ({ loaded, runbookUrl }) =>
        loaded && runbookUrl?.split('#')[0] === url.split('#')[0],
    );
    return isTold ? links.length : undefined;
  } catch {
    // the line of the rules says why
    return undefined;
  }
}

/** @returns undefined where there is no such file */
async function read(
  reader: UrlReaderService,
  url: string,
): Promise<string | undefined> {
  try {
    const response = await reader.readUrl(url);
    return (await response.buffer()).toString('utf8');
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      return undefined;
    }
    if (isError(error) && error.name === 'NotAllowedError') {
      throw new NotAnswered({
        whom: new URL(url).host,
        reason:
          'the portal may not read there; add the host to integrations or backend.reading.allow in app-config',
      });
    }
    throw NotAnswered.of(new URL(url).host, error);
  }
}

/** The file's name and folder, which people know it by. */
function pathOf(url: string): string {
  if (!URL.canParse(url)) {
    return url;
  }
  const { pathname } = new URL(url);
  return decodeURIComponent(pathname.split('/').slice(-2).join('/'));
}
