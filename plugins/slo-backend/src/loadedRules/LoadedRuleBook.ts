import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  LoadedRules,
  LoadedRuleStatus,
  RuleSourceAnswer,
} from '@plimsoll/plugin-slo-common';
import type { LoadedRule, LoadedRulesRequest } from '@plimsoll/plugin-slo-node';
import { catalogCredentials } from '../permissions/catalogCredentials';
import { annotationsOf } from '../rules/annotationsOf';
import type { RuleBook } from '../rules/RuleBook';
import type { SloContext } from '../service/SloContext';
import type { CallerOptions } from '../service/SloService';
import { sanitizeSourceError } from '../sources/sanitizeSourceError';
import { SharedQuestions } from '../sources/SharedQuestions';
import type { SourceTurns } from '../sources/SourceTurns';
import { matchLoadedRules } from './matchLoadedRules';

/** Of one source; the page of a new service waits for it. */
const TIMEOUT_MS = 15_000;
/** What services are called in metrics and alerts. */
const NAME_ANNOTATION = 'plimsoll.dev/service';

interface LoadedRuleBookOptions {
  auth: AuthService;
  catalog: CatalogService;
  context: Pick<SloContext, 'sources' | 'now'>;
  ruleBook: RuleBook;
  /** Shared with all who ask sources for people. */
  turns: SourceTurns;
}

/**
 * Compares the rules that the objectives of a service need with those that its
 * metrics sources have loaded. A source that does not answer is told as such:
 * its rules are neither loaded nor missing.
 */
export class LoadedRuleBook {
  readonly #options: LoadedRuleBookOptions;
  readonly #questions: SharedQuestions<LoadedRule[]>;

  static create(options: LoadedRuleBookOptions): LoadedRuleBook {
    return new LoadedRuleBook(options);
  }

  private constructor(options: LoadedRuleBookOptions) {
    this.#options = options;
    this.#questions = SharedQuestions.create({
      turns: options.turns,
      timeoutMs: TIMEOUT_MS,
      retriesFailures: true,
      now: () => options.context.now(),
    });
  }

  /** @throws NotAllowedError when the caller may see no objective at all */
  async rulesOf(
    entityRef: string,
    caller: CallerOptions & { signal?: AbortSignal },
  ): Promise<LoadedRules> {
    const { ruleBook, context } = this.#options;
    const bySource = await ruleBook.rulesBySource(entityRef, caller);
    const serviceName = await this.#serviceName(entityRef, caller);
    const answers = await Promise.all(
      [...bySource].map(async ([name, groups]) => {
        const expected = groups.flatMap(({ rules }) => rules);
        const names = expected.map(rule =>
          'alert' in rule ? rule.alert : rule.record,
        );
        const labels = [
          { service: entityRef },
          ...(serviceName ? [{ service: serviceName }] : []),
        ];
        const { answer, loaded } = await this.#ask(name, {
          names: [...new Set(names)],
          labels,
          signal: caller.signal,
        });
        const rules = matchLoadedRules({
          source: name,
          expected,
          loaded,
          labels,
        });
        return { answer, rules, expected: expected.length };
      }),
    );
    return {
      entityRef,
      expected: answers.reduce((sum, { expected }) => sum + expected, 0),
      sources: answers.map(({ answer }) => answer),
      rules: answers.flatMap(({ rules }): LoadedRuleStatus[] => rules),
      checkedAt: new Date(context.now() * 1_000).toISOString(),
    };
  }

  async #ask(
    name: string,
    { signal, ...request }: LoadedRulesRequest,
  ): Promise<{ answer: RuleSourceAnswer; loaded?: LoadedRule[] }> {
    const source = this.#options.context.sources.get(name)?.source;
    if (!source?.loadedRules) {
      return { answer: { name, state: 'not-offered' } };
    }
    const loadedRules = source.loadedRules.bind(source);
    const outcome = await this.#questions.ask({
      source: name,
      key: JSON.stringify(request),
      signal,
      ask: stop => loadedRules({ ...request, signal: stop }),
    });
    switch (outcome.kind) {
      case 'answer':
        return { answer: { name, state: 'answered' }, loaded: outcome.answer };
      case 'failed':
        return failed(name, sanitizeSourceError(outcome.error));
      case 'busy':
        return failed(name, 'Too many ask this source; ask again in a minute');
      default:
        return failed(name, 'Nobody waited for its answer');
    }
  }

  async #serviceName(
    entityRef: string,
    caller: CallerOptions,
  ): Promise<string | undefined> {
    const { auth, catalog } = this.#options;
    const annotations = await annotationsOf({
      catalog,
      credentials: await catalogCredentials({ auth, ...caller }),
      entityRefs: [entityRef],
    });
    return [...annotations.values()].at(0)?.[NAME_ANNOTATION];
  }
}

function failed(name: string, reason: string): { answer: RuleSourceAnswer } {
  return { answer: { name, state: 'failed', reason } };
}
