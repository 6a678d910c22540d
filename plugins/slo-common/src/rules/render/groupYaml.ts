import type { Rule, RuleGroup } from '../Rule';
import { yamlText } from './yamlText';

/**
 * One group of a rule file, as an item of a list.
 *
 * @param indent - spaces before each line
 */
export function groupYaml({ name, rules }: RuleGroup, indent: number): string {
  const space = ' '.repeat(indent);
  const lines = [
    `${space}- name: ${yamlText(name, { indent: indent + 4 })}`,
    `${space}  rules:`,
    ...rules.flatMap(rule => ruleLines(rule, indent + 4)),
  ];
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
