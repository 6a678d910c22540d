import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { ServicePreview } from '@plimsoll/plugin-golden-path-common';
import { goldenPathApiRef } from '../../api';

/** Whoever types is waited for so long. */
const PAUSE_MS = 400;

/** The last preview of each form, for its next page to begin with. */
const lastShown = new WeakMap<object, Map<string, ServicePreview>>();

/** The preview as it stands. */
export interface PreviewState {
  /** The last one that could be made. */
  shown?: ServicePreview;
  /** A newer one is being made. */
  isStale: boolean;
  error?: Error;
  /** No template is known: there is nothing to ask for. */
  isOff: boolean;
  retry(): void;
}

/** Asks for a preview of the answers whenever they have rested for a moment. */
export function usePreview(options: {
  /** Ref; missing where the form is not that of a template of the catalog. */
  template: string | undefined;
  answers: Readonly<Record<string, unknown>>;
}): PreviewState {
  const { template } = options;
  const api = useApi(goldenPathApiRef);
  // the same answers are the same question, whoever renders anew
  const asked = JSON.stringify(options.answers);
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState<{
    shown?: ServicePreview;
    error?: Error;
    /** What it answers. */
    to?: string;
  }>(() => ({ shown: lastShown.get(api)?.get(template ?? '') }));
  const question = `${template} ${tries} ${asked}`;

  useEffect(() => {
    if (!template) {
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(async () => {
      try {
        const shown = await api.preview(
          { template, answers: JSON.parse(asked) },
          { signal },
        );
        if (!signal.aborted) {
          lastShown.set(api, new Map([[template, shown]]));
          setAnswer({ shown, to: question });
        }
      } catch (error) {
        if (!signal.aborted) {
          setAnswer(last => ({
            shown: last.shown,
            error: error as Error,
            to: question,
          }));
        }
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, template, asked, question]);

  return {
    shown: answer.shown,
    error: answer.error,
    isStale: template !== undefined && answer.to !== question,
    isOff: template === undefined,
    retry: useCallback(() => setTries(count => count + 1), []),
  };
}
