/**
 * An address that a page may link: of the web. Catalog entities are written by
 * many, and `javascript:` is an address, too.
 *
 * @returns undefined for any other, and for what is no address
 */
export function webAddress(text: string | undefined): string | undefined {
  return text && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
    ? text
    : undefined;
}
