import { CustomErrorBase } from '@backstage/errors';

/** The command cannot be carried out as it was given; says how it could be. */
export class UsageError extends CustomErrorBase {
  name = 'UsageError' as const;
}
