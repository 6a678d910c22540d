import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';

/**
 * The locale that numbers and dates are written in: the reader's own variant
 * of the language that the portal speaks (`en-GB` for a Briton), and the
 * portal's language where the browser prefers another.
 *
 * @public
 */
export function useLocale(): string {
  const language =
    useApiHolder().get(appLanguageApiRef)?.getLanguage().language ?? 'en';
  return pickLocale({ language, preferred: navigator.languages });
}

/** @internal */
export function pickLocale(options: {
  language: string;
  preferred: readonly string[];
}): string {
  const { language, preferred } = options;
  const base = language.split('-')[0];
  return (
    preferred.find(tag => tag.split('-')[0] === base && isLocale(tag)) ??
    (isLocale(language) ? language : 'en')
  );
}

/** Some browsers hand on what the system is set to, for instance `en-US@posix`. */
function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
