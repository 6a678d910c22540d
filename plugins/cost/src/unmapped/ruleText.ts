import type { PreviewMappingRequest } from '@plimsoll/plugin-cost-common';

/** A rule that gives charges to a service, as it stands in app-config. */
export function ruleText(options: {
  match: PreviewMappingRequest['match'];
  entityRef: string;
}): string {
  const { match, entityRef } = options;
  const { tag, ...others } = match;
  // every text of JSON is one of YAML
  const lines = Object.entries(others).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}`,
  );
  if (tag) {
    const { key, value } = tag;
    lines.unshift(
      `tag: { key: ${JSON.stringify(key)}, value: ${JSON.stringify(value)} }`,
    );
  }
  return `cost:
  allocation:
    rules:
      - name: ${JSON.stringify(`charges of ${entityRef}`)}
        match:
${lines.map(line => `          ${line}\n`).join('')}        to: ${entityRef}
`;
}
