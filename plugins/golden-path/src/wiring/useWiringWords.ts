import { useMemo } from 'react';
import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { WiringSentence } from '@plimsoll/plugin-golden-path-common';
import { type Formats, useFormats } from '@plimsoll/plugin-plimsoll-react';
import {
  type GoldenPathMessages,
  goldenPathTranslationRef,
} from '../translation';

/** The reader's words and figures. */
export interface WiringWords {
  t: TranslationFunction<GoldenPathMessages>;
  formats: Formats;
  /** What a check found. */
  sentence(found: WiringSentence): string;
}

/** Says what the checks found, in the reader's words and figures. */
export function useWiringWords(): WiringWords {
  const formats = useFormats();
  const { t } = useTranslationRef(goldenPathTranslationRef);
  return useMemo(() => {
    const sentence = ({ code, params }: WiringSentence): string =>
      // the codes are a list of the backend, and a test holds words for each
      t(`wiring.says.${code}` as 'wiring.says.not-checked', {
        ...(figures(params, formats) as { whom: string; reason: string }),
      });
    return { t, formats, sentence };
  }, [t, formats]);
}

/** The same; `count` stays a number, since words depend on it. */
function figures(
  params: WiringSentence['params'],
  formats: Formats,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (name.endsWith('At')) {
        return [name, formats.relative(new Date(String(value)))];
      }
      if (typeof value !== 'number' || name === 'count') {
        return [name, value];
      }
      return [
        name,
        name.endsWith('Seconds')
          ? formats.duration(value)
          : formats.count(value),
      ];
    }),
  );
}
