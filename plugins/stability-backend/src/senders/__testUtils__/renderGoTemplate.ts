/**
 * Renders the part of Go's templates that our documentation uses: `toJson` of a
 * field or of an `index`, and a `range` with `if $i` in it.
 */
export function renderGoTemplate(
  template: string,
  data: Record<string, unknown>,
): string {
  const ranges =
    /\{\{range \$i, \$(\w+) := (\.[\w.]+)\}\}\{\{if \$i\}\},\{\{end\}\}(.*?)\{\{end\}\}/g;
  return template
    .replace(ranges, (_, name: string, path: string, inner: string) =>
      (fieldOf(data, path) as unknown[])
        .map(item =>
          renderGoTemplate(inner.replaceAll(`$${name}.`, `.${name}.`), {
            [name]: item,
          }),
        )
        .join(','),
    )
    .replace(
      /\{\{toJson \(index (\.[\w.]+) "([^"]+)"\)\}\}/g,
      (_, path: string, key: string) =>
        json((fieldOf(data, path) as Record<string, unknown>)[key]),
    )
    .replace(/\{\{toJson (\.[\w.]+)\}\}/g, (_, path: string) =>
      json(fieldOf(data, path)),
    );
}

/** Like Go, it refuses a field of nothing, but not nothing in a field. */
function fieldOf(data: Record<string, unknown>, path: string): unknown {
  return path
    .split('.')
    .filter(Boolean)
    .reduce<unknown>((value, key) => {
      if (value === undefined || value === null) {
        throw new Error(`nil pointer evaluating interface {}.${key}`);
      }
      return (value as Record<string, unknown>)[key];
    }, data);
}

function json(value: unknown): string {
  return JSON.stringify(value ?? null);
}
