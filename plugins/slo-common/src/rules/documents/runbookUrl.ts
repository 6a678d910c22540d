/** Annotation of a document, or of its service. @public */
export const RUNBOOK_ANNOTATION = 'plimsoll.dev/runbook-url';

const MAX_LENGTH = 2_000;

/**
 * The runbook that annotations name, where it is a web page: alerts are opened
 * by people who are in a hurry, from wherever they are sent.
 *
 * @param annotations - the document's own first, then its service's
 * @public
 */
export function runbookUrl(
  ...annotations: Array<Record<string, string> | undefined>
): string | undefined {
  const text = annotations.find(own => own?.[RUNBOOK_ANNOTATION])?.[
    RUNBOOK_ANNOTATION
  ];
  if (text === undefined || text.length > MAX_LENGTH) {
    return undefined;
  }
  try {
    const url = new URL(text);
    const isPage = url.protocol === 'https:' || url.protocol === 'http:';
    return isPage && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}
