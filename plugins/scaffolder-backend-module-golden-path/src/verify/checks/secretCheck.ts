import { eachFile } from '../Check';

/** Secrets that have a form of their own. */
const FORMS: ReadonlyArray<[RegExp, string]> = [
  [/-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/, 'a private key'],
  [/\b(AKIA|ASIA)(?![A-Z0-9]{9}EXAMPLE)[A-Z0-9]{16}\b/, 'a key of AWS'],
  [/\bgh[pousr]_[A-Za-z0-9]{36}/, 'a token of GitHub'],
  [/\bgithub_pat_[A-Za-z0-9_]{50}/, 'a token of GitHub'],
  [/\bglpat-[A-Za-z0-9_-]{20}/, 'a token of GitLab'],
  [/\bnpm_[A-Za-z0-9]{36}\b/, 'a token of npm'],
  [/\bxox[abprs]-[A-Za-z0-9-]{20}/, 'a token of Slack'],
  [
    /hooks\.slack\.com\/services\/T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/\w{20}/,
    'an address of Slack that anybody may write to',
  ],
  [/\bAIza[A-Za-z0-9_-]{35}\b/, 'a key of Google'],
  [/\bsk_live_[A-Za-z0-9]{20}/, 'a key of Stripe'],
  [
    /\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{20,}/,
    'a signed token',
  ],
  [/:\/\/[^\s:@/"'${}]+:[^\s:@/"'${}]{16,}@/, 'a password in an address'],
];

/** `password: ...`, where the value has no form of its own. */
const ASSIGNED =
  /(?:password|passwd|secret|token|api_?key|access_?key)["']?\s*[:=]\s*["']?([A-Za-z0-9+/=_-]{20,})["']?\s*(?:[,;#]|$)/i;
/** Bits a character: words have less, random text has more. */
const RANDOM_BITS = 3.8;

/** Secrets that look real: a repository remembers them for ever. */
export const secretCheck = eachFile({
  name: 'secrets',
  title: 'No file holds what looks like a real secret',
  // sums of packages are random too
  applies: ({ path }) =>
    !/(^|\/)(package-lock\.json|yarn\.lock|\.plimsoll\/lock\.yaml|\.terraform\.lock\.hcl)$/.test(
      path,
    ),
  findIn({ path, text }) {
    return text.split('\n').flatMap((line, index) => {
      const what =
        FORMS.find(([form]) => form.test(line))?.[1] ?? assignedSecret(line);
      return what
        ? [
            {
              severity: 'error' as const,
              file: path,
              line: index + 1,
              message: `holds ${what}; read it from the environment or from a secret store`,
            },
          ]
        : [];
    });
  },
});

function assignedSecret(line: string): string | undefined {
  const value = ASSIGNED.exec(line)?.[1];
  return value && /\d/.test(value) && bitsPerCharacter(value) > RANDOM_BITS
    ? 'what looks like a secret'
    : undefined;
}

/** Shannon's entropy. */
function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return Array.from(counts.values()).reduce((sum, count) => {
    const share = count / text.length;
    return sum - share * Math.log2(share);
  }, 0);
}
