import type { Fault } from '../objective/ObjectiveDefinition';

const SEPARATOR = '; ';

/**
 * What is wrong and how to mend it, apart: faults say both in one sentence,
 * what is wrong first.
 */
export function splitFault({ path, message }: Fault): {
  message: string;
  fix: string;
} {
  const end = message.indexOf(SEPARATOR);
  return end === -1
    ? { message, fix: `Change what stands at ${path}` }
    : {
        message: message.slice(0, end),
        fix: upperFirst(message.slice(end + SEPARATOR.length)),
      };
}

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-US') + text.slice(1);
}
