/** Markup that may stand on a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function textOf(value: unknown): string {
  if (value instanceof Html) {
    return value.text;
  }
  if (Array.isArray(value)) {
    return value.map(textOf).join('');
  }
  return String(value).replace(/[&<>"']/g, found => ENTITIES[found]);
}

/** A template whose values are text, unless they are {@link Html} themselves. */
export function markup(
  parts: TemplateStringsArray,
  ...values: unknown[]
): Html {
  return new Html(
    parts.reduce((text, part, at) => text + textOf(values[at - 1]) + part),
  );
}
