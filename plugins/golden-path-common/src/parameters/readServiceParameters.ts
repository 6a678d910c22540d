import { InputError } from '@backstage/errors';
import { type ServiceParameters, serviceParameters } from './serviceParameters';

/**
 * Judges the answers of the form and fills in what has a default. What is empty
 * counts as not answered; what it does not know is left out.
 *
 * @throws InputError that names every field that is wrong, and how to mend it
 * @public
 */
export function readServiceParameters(answers: unknown): ServiceParameters {
  const read = serviceParameters.safeParse(withoutEmpty(answers));
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${path.join('.')}: ${message}`,
    );
    throw new InputError([...new Set(wrong)].join('; '));
  }
  const parameters = read.data;
  if (parameters.latencyP99Ms < parameters.latencyP95Ms) {
    throw new InputError(
      `latencyP99Ms: must be at least latencyP95Ms, ${parameters.latencyP95Ms}`,
    );
  }
  if (parameters.maxReplicas < parameters.minReplicas) {
    throw new InputError(
      `maxReplicas: must be at least minReplicas, ${parameters.minReplicas}`,
    );
  }
  return parameters;
}

/** A form leaves an empty text where somebody has taken back what he typed. */
function withoutEmpty(answers: unknown): unknown {
  if (
    typeof answers !== 'object' ||
    answers === null ||
    Array.isArray(answers)
  ) {
    throw new InputError('parameters: must be the answers of the form');
  }
  return Object.fromEntries(
    Object.entries(answers).filter(
      ([, value]) => value !== '' && value !== null && value !== undefined,
    ),
  );
}
