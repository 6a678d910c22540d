import type { Rule, RuleGroup } from '../Rule';
import { yamlText } from './yamlText';

/**
 * The groups of a rule file as the value of a key `groups`.
 *
 * @param indent - spaces before each line
 */
export function groupsYaml(
  groups: readonly RuleGroup[],
  indent: number,
): string {
  const space = ' '.repeat(indent);
  if (!groups.length) {
    return `${space}groups: []\n`;
  }
  const lines = [`${space}groups:`];
  for (const { name, rules } of groups) {
    const text = yamlText(name, { indent: indent + 6 });
    lines.push(`${space}  - name: ${text}`, `${space}    rules:`);
    for (const rule of rules) {
      lines.push(...ruleLines(rule, indent + 6));
    }
  }
  return `${lines.join('\n')}\n`;
}

function ruleLines(rule: Rule, indent: number): string[] {
  const space = ' '.repeat(indent);
  const lines: string[] = [];
  for (const [key, value] of Object.entries(rule)) {
    if (typeof value === 'string') {
      const text = yamlText(value, { indent: indent + 4 });
      lines.push(`${space}${lines.length ? '  ' : '- '}${key}: ${text}`);
    } else if (value) {
      lines.push(`${space}  ${key}:`, ...mapLines(value, indent + 4));
    }
  }
  return lines;
}

function mapLines(map: Record<string, string>, indent: number): string[] {
  const space = ' '.repeat(indent);
  return Object.entries(map).map(
    ([key, value]) =>
      `${space}${key}: ${yamlText(value, { indent: indent + 2 })}`,
  );
}
