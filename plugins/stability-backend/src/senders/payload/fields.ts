import { z } from 'zod';
import { readInstant } from './readInstant';
import { oneLine } from './oneLine';

/** Longest text that is shown to people, characters. */
const TEXT_LENGTH = 500;
const URL_LENGTH = 2_000;

/** An instant, made an ISO instant in UTC. */
export const instant = z.string().transform((text, context) => {
  const read = readInstant(text);
  if (read === undefined) {
    context.addIssue({
      code: 'custom',
      message: 'it is not an instant such as 2026-11-20T14:30:00Z',
    });
    return z.NEVER;
  }
  return read;
});

/** A text for people: one line, cut, undefined when empty. */
export const text = z
  .string()
  .nullish()
  .transform(value => oneLine(value ?? '', TEXT_LENGTH) || undefined);

/** A name that something is found by: one line, not empty. */
export const name = z
  .string()
  .transform(value => oneLine(value, TEXT_LENGTH))
  .refine(value => value !== '', { message: 'it is empty' });

/** As {@link name}, undefined when it is absent or empty. */
export const optionalName = text;

/** The address of a page; anything that a browser should not follow is left out. */
export const pageUrl = z
  .string()
  .nullish()
  .transform(value => webUrl(value ?? ''));

/** A number or text that names something. */
export const identifier = z
  .union([z.number().int(), z.string()])
  .transform(String)
  .pipe(name);

/** Only http and https: others could run a script when clicked. */
export function webUrl(value: string): string | undefined {
  if (value.length > URL_LENGTH || !URL.canParse(value)) {
    return undefined;
  }
  const url = new URL(value);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  // an address with a password is not for a page
  return isWeb && !url.username && !url.password ? url.href : undefined;
}
