import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A code block of `docs/senders.md`: the first in that language that contains a text. */
export function documentedBlock(language: string, containing: string): string {
  const path = resolvePackagePath(
    '@plimsoll/plugin-stability-backend',
    'docs/senders.md',
  );
  const blocks = readFileSync(path, 'utf8').matchAll(
    /```(\w+)\n([\s\S]*?)\n```/g,
  );
  for (const [, found, text] of blocks) {
    if (found === language && text.includes(containing)) {
      return text;
    }
  }
  throw new Error(
    `docs/senders.md has no ${language} block with ${containing}`,
  );
}

/** The body of the webhook template in a documented config map of Argo. */
export function documentedTemplate(configMap: string): {
  path: string;
  body: string;
} {
  const { data } = parse(documentedBlock('yaml', `# ${configMap}`));
  // templates are no YAML before they are rendered; this one is in a text
  const { webhook } = parse(data['template.plimsoll']);
  return webhook.plimsoll;
}
