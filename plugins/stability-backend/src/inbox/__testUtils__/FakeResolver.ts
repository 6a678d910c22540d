import type {
  IdentityAnswer,
  IdentityQuestion,
  IdentityResolver,
} from '../../identity/IdentityResolver';

/** Knows services by any of their names. */
export class FakeResolver implements IdentityResolver {
  /** Questions of each call. */
  readonly asked: IdentityQuestion[][] = [];
  readonly #services: Map<string, string[]>;

  /** @param services - refs by the value of a hint */
  static create(services: Record<string, string[]> = {}): FakeResolver {
    return new FakeResolver(services);
  }

  private constructor(services: Record<string, string[]>) {
    this.#services = new Map(Object.entries(services));
  }

  /** Makes a service known. */
  learn(name: string, entityRefs: string[]): void {
    this.#services.set(name, entityRefs);
  }

  async resolve(question: IdentityQuestion): Promise<IdentityAnswer> {
    const found = question.hints.flatMap(
      ({ value }) => this.#services.get(value) ?? [],
    );
    return found.length > 0
      ? { entityRefs: [...new Set(found)].sort() }
      : { entityRefs: [], reason: 'Nobody is called that.' };
  }

  async resolveMany(options: {
    questions: readonly IdentityQuestion[];
  }): Promise<IdentityAnswer[]> {
    this.asked.push([...options.questions]);
    return Promise.all(
      options.questions.map(question => this.resolve(question)),
    );
  }
}
