/**
 * The commit that many tag images with, alone or behind a name: `3f2a91c`,
 * `main-8f14e45`. Digits alone are a number or a date.
 */
export function commitInTag(tag: string | undefined): string | undefined {
  const found = /(?:^|[-_.])([0-9a-f]{7,40})$/.exec(tag ?? '')?.[1];
  return found && /\d/.test(found) && /[a-f]/.test(found) ? found : undefined;
}
