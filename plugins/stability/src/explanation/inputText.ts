import type { Voice } from '../words';
import { explanationMessages } from './explanationMessages';

type KnownInput = keyof typeof explanationMessages.input;

function isKnown(name: string): name is KnownInput {
  return Object.hasOwn(explanationMessages.input, name);
}

/**
 * An input of a formula as people read it. One that this page does not know
 * keeps its name.
 */
export function inputText(options: Voice & { name: string; value: number }): {
  name: string;
  value: string;
} {
  const { name, value, formats, t } = options;
  return {
    name: isKnown(name)
      ? t(`input.${name}`)
      : name.replace(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase(),
    value: Number.isInteger(value)
      ? formats.count(value)
      : new Intl.NumberFormat(formats.locale, {
          maximumSignificantDigits: 4,
        }).format(value),
  };
}
