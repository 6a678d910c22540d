/** What a folded block gives back as it is: no space at an end, no line break. */
const PLAIN_ENTRY = /^[^\s,](?:[^\n\r,]*[^\s,])?$/;

/**
 * An annotation as it stands in catalog-info.yaml. A list of several takes a
 * line for each entry, so that all of it can be read.
 */
export function annotationText(annotation: {
  key: string;
  /** One entry, or several with commas between them. */
  value: string;
}): string {
  const { key, value } = annotation;
  return `metadata:
  annotations:
    ${key}: ${valueText(value)}
`;
}

function valueText(value: string): string {
  const entries = value.split(',');
  return entries.length > 1 && entries.every(entry => PLAIN_ENTRY.test(entry))
    ? `>-\n      ${entries.join(',\n      ')}`
    : quoted(value);
}

/** What YAML would read as something other than this text is quoted. */
function quoted(value: string): string {
  return /^[a-z][\w./-]*(?:=[\w./-]+)?$/i.test(value) &&
    !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value)
    ? value
    : JSON.stringify(value);
}
