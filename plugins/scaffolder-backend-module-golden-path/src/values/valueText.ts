import { Document } from 'yaml';

/** A value on one line, as it may stand between braces. */
export function flowText(value: unknown): string {
  const document = new Document(value);
  return document
    .toString({
      collectionStyle: 'flow',
      lineWidth: 0,
      flowCollectionPadding: true,
    })
    .trimEnd();
}

/** A value in lines of its own, each so many columns in. */
export function blockText(options: {
  value: unknown;
  indent: number;
  lineBreak: string;
}): string {
  const { value, indent, lineBreak } = options;
  return new Document(value)
    .toString({ lineWidth: 0 })
    .trimEnd()
    .split('\n')
    .map(line => ' '.repeat(indent) + line)
    .join(lineBreak);
}

/** A text in the quotes of the one that it replaces. */
export function scalarText(value: unknown, style: unknown): string {
  const quoted =
    style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE' ? style : undefined;
  return new Document(value)
    .toString({
      lineWidth: 0,
      ...(quoted && { defaultStringType: quoted, defaultKeyType: 'PLAIN' }),
    })
    .trimEnd();
}
