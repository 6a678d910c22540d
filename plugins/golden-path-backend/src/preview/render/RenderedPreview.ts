import { createHash } from 'node:crypto';
import type {
  PlannedService,
  PreviewDocument,
  PreviewFile,
} from '@plimsoll/plugin-golden-path-common';
import { noteOf, OBJECTIVE_ALERTS } from './noteOf';
import type { RenderedRepository } from './renderAnswers';

/** As much of a rendered repository as is kept. */
export interface RenderedPreview {
  service: PlannedService;
  files: Array<Omit<PreviewFile, 'followsPromise'> & { sha256: string }>;
  objectives: PreviewDocument[];
  alerts: PreviewDocument[];
}

/** Longest text of a document that is shown whole. */
const MAX_TEXT = 100_000;

/** Takes out of a repository what a preview shows. */
export function toRenderedPreview(
  repository: RenderedRepository,
): RenderedPreview {
  const { service, files } = repository;
  const read = files.map(({ path, content }) => ({
    path,
    content,
    text: content.toString('utf8'),
  }));
  const documents = (isWanted: (path: string) => boolean) =>
    read
      .filter(({ path }) => isWanted(path))
      .map(({ path, text }) => ({ path, text: text.slice(0, MAX_TEXT) }));
  return {
    service,
    files: read.map(({ path, content, text }) => {
      const note = noteOf({ path, service, text });
      return {
        path,
        size: content.byteLength,
        ...(note && { note }),
        sha256: createHash('sha256').update(content).digest('hex'),
      };
    }),
    objectives: documents(path => /^slo\/[^/]+\.ya?ml$/.test(path)),
    alerts: documents(
      path => path === OBJECTIVE_ALERTS || path === 'chart/alerts/service.yaml',
    ),
  };
}
