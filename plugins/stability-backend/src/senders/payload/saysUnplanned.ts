/**
 * Whether a label, branch or tag says that this was a fix nobody had planned.
 *
 * @returns undefined instead of false: nothing was said
 */
export function saysUnplanned(names: string[]): true | undefined {
  const says = names.some(name =>
    /(^|[/\s_-])(hotfix|incident)($|[/\s_-])/i.test(name),
  );
  return says || undefined;
}
