/**
 * What `go mod edit` has to be told so that a module can be built alone: its
 * replacements by folders beside it are dropped, and the sister modules that it
 * names v0.0.0 get the version of its release.
 *
 * @param {object} options
 * @param {{ Require?: { Path: string, Version: string }[], Replace?: { Old: { Path: string, Version?: string }, New: { Path: string } }[] }} options.module
 *   what `go mod edit -json` says
 * @param {{ prefix: string, version: string }} [options.release]
 * @returns {string[]} flags
 */
export function loosenModule({ module, release }) {
  const drops = (module.Replace ?? [])
    .filter(({ New }) => New.Path.startsWith('.'))
    .map(
      ({ Old }) =>
        `-dropreplace=${Old.Path}${Old.Version ? `@${Old.Version}` : ''}`,
    );
  const requires = release
    ? (module.Require ?? [])
        .filter(
          ({ Path, Version }) =>
            Path.startsWith(release.prefix) && Version === 'v0.0.0',
        )
        .map(({ Path }) => `-require=${Path}@${release.version}`)
    : [];
  return [...drops, ...requires];
}
