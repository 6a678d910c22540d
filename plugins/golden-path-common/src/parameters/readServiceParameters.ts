import { InputError } from '@backstage/errors';
import { judgeServiceParameters } from './judgeServiceParameters';
import type { ServiceParameters } from './serviceParameters';

/**
 * Judges the answers of the form and fills in what has a default. What is empty
 * counts as not answered; what it does not know is left out.
 *
 * @throws InputError that names every field that is wrong, and how to mend it
 * @public
 */
export function readServiceParameters(answers: unknown): ServiceParameters {
  if (
    typeof answers !== 'object' ||
    answers === null ||
    Array.isArray(answers)
  ) {
    throw new InputError('parameters: must be the answers of the form');
  }
  const { findings, parameters } = judgeServiceParameters({ ...answers });
  if (!parameters) {
    const wrong = findings.map(({ field, message }) => `${field}: ${message}`);
    throw new InputError([...new Set(wrong)].join('; '));
  }
  return parameters;
}
