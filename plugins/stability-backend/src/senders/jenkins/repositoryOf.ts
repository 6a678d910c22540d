/**
 * `shop/checkout` of the address that a repository is cloned from:
 * `https://github.com/shop/checkout.git`, `git@gitlab.com:shop/checkout.git`.
 */
export function repositoryOf(cloneUrl: string): string | undefined {
  const path = URL.canParse(cloneUrl)
    ? new URL(cloneUrl).pathname
    : /^[\w.-]+@[\w.-]+:(.+)$/.exec(cloneUrl)?.[1] ?? '';
  const slug = path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  return /^[^/\s]+(\/[^/\s]+)+$/.test(slug) ? slug : undefined;
}
