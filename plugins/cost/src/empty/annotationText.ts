/** An annotation as it stands in catalog-info.yaml. */
export function annotationText(annotation: {
  key: string;
  value: string;
}): string {
  const { key, value } = annotation;
  return `metadata:
  annotations:
    ${key}: ${quoted(value)}
`;
}

/** What YAML would read as something other than this text is quoted. */
function quoted(value: string): string {
  return /^[a-z][\w./-]*(?:=[\w./-]+)?$/i.test(value) &&
    !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value)
    ? value
    : JSON.stringify(value);
}
