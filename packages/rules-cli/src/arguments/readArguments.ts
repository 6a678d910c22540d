import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import {
  RULE_FORMATS,
  RULE_PARTS,
  type RuleFormat,
  type RulePart,
} from '@plimsoll/plugin-slo-common/rules';
import { UsageError } from '../UsageError';
import { type Matchers, readMatchers } from './readMatchers';

/** `generate`, and `fleet`, which is `generate` of the fleet's part. */
export interface GenerateCommand {
  name: 'generate';
  paths: string[];
  format: RuleFormat;
  part: RulePart;
  scrapeSeconds: number;
  matchers: Matchers;
  source?: string;
  check: boolean;
  out?: string;
  resourceName?: string;
  portal?: string;
  prometheus?: string;
}

/** What is to be done. */
export type Command =
  | GenerateCommand
  | { name: 'check'; paths: string[]; prometheus?: string; matchers: Matchers }
  | { name: 'help' };

const OPTIONS = {
  format: { type: 'string', default: 'prometheus' },
  part: { type: 'string', default: 'all' },
  out: { type: 'string' },
  name: { type: 'string' },
  portal: { type: 'string' },
  'scrape-interval': { type: 'string', default: '60' },
  matcher: { type: 'string', multiple: true, default: [] as string[] },
  source: { type: 'string' },
  check: { type: 'boolean', default: false },
  prometheus: { type: 'string' },
  help: { type: 'boolean', default: false, short: 'h' },
} satisfies ParseArgsOptionsConfig;

const RESOURCE_NAME = /^[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?$/;

/** @throws UsageError that says what was meant instead */
export function readArguments(argv: readonly string[]): Command {
  const { values, positionals } = parse(argv);
  const [name, ...paths] = positionals;
  if (values.help || name === 'help') {
    return { name: 'help' };
  }
  const matchers = readMatchers(values.matcher);
  const prometheus = readUrl('--prometheus', values.prometheus);
  switch (name) {
    case 'check':
      return { name, paths: somePaths(paths), prometheus, matchers };
    case 'generate':
    case 'fleet': {
      const part =
        name === 'fleet' ? 'fleet' : oneOf('--part', values.part, RULE_PARTS);
      return {
        name: 'generate',
        paths: part === 'fleet' ? paths : somePaths(paths),
        format: oneOf('--format', values.format, RULE_FORMATS),
        part,
        matchers,
        source: values.source,
        scrapeSeconds: readScrapeSeconds(values['scrape-interval']),
        check: values.check,
        out: values.out,
        resourceName: readResourceName(values.name),
        portal: readUrl('--portal', values.portal),
        prometheus,
      };
    }
    default:
      throw new UsageError(
        name
          ? `There is no command ${name}: write generate, fleet or check`
          : 'Write a command: generate, fleet or check (--help tells more)',
      );
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: OPTIONS,
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message : error} (--help lists all)`,
    );
  }
}

function somePaths(paths: string[]): string[] {
  if (!paths.length) {
    throw new UsageError(
      'Name files or folders that hold OpenSLO documents, or - for the standard input',
    );
  }
  return paths;
}

function oneOf<T extends string>(
  option: string,
  value: string,
  allowed: readonly T[],
): T {
  const found = allowed.find(one => one === value);
  if (!found) {
    throw new UsageError(
      `${option} ${value} is not known: write ${allowed.join(' or ')}`,
    );
  }
  return found;
}

function readScrapeSeconds(text: string): number {
  const seconds = Number(/^([0-9]{1,3})s?$/.exec(text)?.[1]);
  if (!(seconds >= 1 && seconds <= 300)) {
    throw new UsageError(
      `--scrape-interval ${text} is no number of seconds from 1 to 300`,
    );
  }
  return seconds;
}

function readResourceName(name: string | undefined): string | undefined {
  if (name !== undefined && !RESOURCE_NAME.test(name)) {
    throw new UsageError(
      `--name ${name} is no name of a Kubernetes resource: write small letters, digits, '-' and '.'`,
    );
  }
  return name;
}

function readUrl(option: string, text: string | undefined): string | undefined {
  if (text === undefined) {
    return undefined;
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new UsageError(
      `${option} ${text} is no address: write it from http:// or https:// on`,
    );
  }
  return text;
}
