import type { FactRules } from '../ServiceFacts';
import { isProduction } from './isProduction';
import { matchesName } from './matchesName';

/** What senders mean by the name of an environment. @public */
export interface Environment {
  /** Its one name, by which it is listed and counted. */
  name: string;
  /**
   * The part of it that the sender named, where a pattern decided: `prod-eu`
   * of `production`.
   */
  part?: string;
  /** Counts in the metrics of production. */
  production: boolean;
}

/**
 * The environment that a sender means. Case does not matter. A name of its own
 * or an exact alias decides before patterns; a name that patterns of several
 * environments fit is an environment of its own, since guessing would join what
 * does not belong together.
 *
 * @param told - as the sender writes it
 * @public
 */
export function environmentOf(
  told: string,
  rules: Pick<FactRules, 'environmentAliases' | 'production'>,
): Environment {
  const { environmentAliases, production } = rules;
  const said = told.trim();
  const all = Object.entries(environmentAliases);
  const exact = all.filter(([name, aliases]) =>
    [name, ...aliases].some(alias => isSame(alias, said)),
  );
  const fitting =
    exact.length > 0
      ? exact
      : all.filter(([, aliases]) =>
          aliases.some(alias => matchesName(said, alias)),
        );
  const [only] = fitting;
  if (only === undefined || fitting.length > 1) {
    const name = said.toLocaleLowerCase('en-US');
    return { name, production: isProduction(said, production) };
  }
  const [name, aliases] = only;
  return {
    name,
    ...(exact.length === 0 && { part: said.toLocaleLowerCase('en-US') }),
    // one environment cannot be production by one of its names alone
    production: [said, name, ...aliases].some(one =>
      isProduction(one, production),
    ),
  };
}

function isSame(a: string, b: string): boolean {
  return a.toLocaleLowerCase('en-US') === b.toLocaleLowerCase('en-US');
}
