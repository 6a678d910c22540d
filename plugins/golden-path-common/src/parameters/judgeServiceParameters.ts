import type { AnswerFinding } from './AnswerFinding';
import { type ServiceParameters, serviceParameters } from './serviceParameters';

/**
 * Judges the answers of the form by themselves and gives what is wrong by
 * field. What is empty counts as not answered; what the form does not know is
 * left out.
 *
 * @returns `parameters` where nothing is wrong, with what has a default
 * @public
 */
export function judgeServiceParameters(answers: Record<string, unknown>): {
  findings: AnswerFinding[];
  parameters?: ServiceParameters;
} {
  const read = serviceParameters.safeParse(withoutEmpty(answers));
  const findings = read.success
    ? togetherFindings(read.data)
    : read.error.issues.map(({ path, message }) => ({
        field: path.join('.'),
        message,
      }));
  return findings.length === 0 && read.success
    ? { findings, parameters: read.data }
    : { findings };
}

/** A form leaves an empty text where somebody has taken back what he typed. */
function withoutEmpty(
  answers: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers).filter(
      ([, value]) => value !== '' && value !== null && value !== undefined,
    ),
  );
}

/** What each of two answers may be, but not beside the other. */
function togetherFindings(parameters: ServiceParameters): AnswerFinding[] {
  const { latencyP95Ms, latencyP99Ms, minReplicas, maxReplicas } = parameters;
  return [
    ...(latencyP99Ms < latencyP95Ms
      ? [
          {
            field: 'latencyP99Ms',
            message: `must be at least latencyP95Ms, ${latencyP95Ms}`,
          },
        ]
      : []),
    ...(maxReplicas < minReplicas
      ? [
          {
            field: 'maxReplicas',
            message: `must be at least minReplicas, ${minReplicas}`,
          },
        ]
      : []),
  ];
}
