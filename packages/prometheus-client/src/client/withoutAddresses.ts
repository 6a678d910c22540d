const MAX_LENGTH = 300;
/** A server may say much; rules look at no more of it than this. */
const MAX_READ = 4_000;
const ADDRESS = '<address>';

/** A host after a word that announces one; it may be a bare name. */
const ANNOUNCED =
  /\b(lookup|host(?:name)?|dns|dial(?: tcp| udp)?|connect(?:ing)? to|resolve|upstream|ENOTFOUND|EAI_AGAIN)(:?\s*["']?)(?:\*\.)?(?=[\w.-]*[.-]|\S+ on )[a-z0-9][\w.-]*[\w]/gi;
const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
/** Three labels and more are a host; keys of app-config and documents are not. */
const LONG_NAME = new RegExp(
  `(?<![\\w./-])(?!(?:slo|spec|cost)\\.)(?:\\*\\.)?(?:${LABEL}\\.){2,}[a-z][a-z-]*[a-z]\\.?(?![\\w(-])`,
  'gi',
);
/** So are two, where the last one is nothing else. */
const NAME_OF_DOMAIN = new RegExp(
  `(?<![\\w./-])(?:${LABEL}\\.)+(?:local|internal|svc|lan|corp|intranet|home|com|net|org|io|dev|cloud)\\b\\.?`,
  'gi',
);

/** Shortened, or of so many groups that it is no place in a query (`1:12:`). */
const IPV6 =
  /(?<![\w:])(?=[0-9a-f:.]*(?:::|(?::[0-9a-f]{1,4}){4}))[0-9a-f:.]*[0-9a-f]/gi;

/** What must not reach a reader, and what stands there instead. */
const RULES: Array<[pattern: RegExp, replacement: string]> = [
  [/\b(Bearer|Basic)\s+[\w\-.~+/=]+/gi, '$1 ***'],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s'"<>)\]]+/gi, ADDRESS],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b(:\d+)?/g, ADDRESS],
  [/\[[0-9a-f:.]*:[0-9a-f:.]+\](:\d+)?/gi, ADDRESS],
  [IPV6, ADDRESS],
  [
    /\b(?=[a-z0-9.-]*[a-z])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*:\d{2,5}\b/gi,
    ADDRESS,
  ],
  [ANNOUNCED, `$1$2${ADDRESS}`],
  [LONG_NAME, ADDRESS],
  [NAME_OF_DOMAIN, ADDRESS],
];

/**
 * A message of a server or a library for people who may not know where sources
 * are: no URL, host, port or credential, no line breaks, and not longer than
 * 300 characters. What only might be a host goes too.
 */
export function withoutAddresses(message: string): string {
  const text = RULES.reduce(
    (left, [pattern, replacement]) => left.replace(pattern, replacement),
    message.slice(0, MAX_READ),
  )
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
