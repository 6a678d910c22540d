import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { readRunbook } from './readRunbook';
import { say, step, type WiringCheck } from './WiringCheck';

const ANNOTATION = 'plimsoll.dev/runbook-url';

/** Whether what people read at night is there, and alerts lead to it. */
export function createRunbookCheck(options: {
  reader: UrlReaderService;
}): WiringCheck {
  const { reader } = options;
  return async ({ entity, reads, signal }) => {
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
    const found = URL.canParse(url)
      ? await readRunbook({ reader, url, signal })
      : { fault: 'gone' as const };
    if ('fault' in found) {
      const code =
        found.fault === 'gone' ? 'runbook-gone' : 'runbook-too-large';
      return {
        state: 'missing',
        sentences: [say(code, { path })],
        steps: edit ? [step('edit-catalog-info', edit)] : [],
      };
    }
    const sections = found.text.match(/^#{2,3}\s+\S/gm)?.length ?? 0;
    if (sections === 0) {
      return {
        state: 'missing',
        sentences: [say('runbook-no-sections', { path })],
        steps: [step('open-runbook', url)],
      };
    }
    const links = await linksTo(url, reads);
    if (links?.of && links.count === 0) {
      return {
        state: 'missing',
        sentences: [say('runbook-no-alerts', { path, sections })],
        steps: [step('open-rules-guide')],
      };
    }
    return {
      state: 'done',
      sentences: [
        ...(links?.count
          ? [say('runbook-reachable', { path, sections, count: links.count })]
          : [
              say('runbook-there', { path, sections }),
              say('runbook-links-unknown'),
            ]),
      ],
    };
  };
}

/** How many alerts lead to it, and of how many; nothing where nobody can tell. */
async function linksTo(
  url: string,
  reads: Parameters<WiringCheck>[0]['reads'],
): Promise<{ count: number; of: number } | undefined> {
  try {
    const { rules, sources } = await reads.loadedRules();
    const isTold = sources.every(({ state }) => state !== 'failed');
    const alerts = rules.filter(
      ({ loaded, kind }) => loaded && kind === 'alerting',
    );
    const links = alerts.filter(
      ({ runbookUrl }) => runbookUrl?.split('#')[0] === url.split('#')[0],
    );
    return isTold || links.length
      ? { count: links.length, of: alerts.length }
      : undefined;
  } catch {
    // the line of the rules says why
    return undefined;
  }
}

/** The file's name and folder, which people know it by. */
function pathOf(url: string): string {
  if (!URL.canParse(url)) {
    return url;
  }
  const { pathname } = new URL(url);
  const path = pathname.split('/').slice(-2).join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    // a per cent sign that stands for itself
    return path;
  }
}
