import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { UpdateQuestion } from '@plimsoll/plugin-golden-path-common';
import type { VersionNote } from './VersionNotes';

type Schema = Record<string, unknown>;

/**
 * The answers of a service, as a newer template asks for them: renamed and
 * filled in by the notes of the versions in between, then by the form's own
 * defaults. What nobody has answered and has no default is a question.
 */
export function migrateAnswers(options: {
  answers: Record<string, unknown>;
  /** The oldest first. */
  notes: VersionNote[];
  entity: TemplateEntityV1beta3;
  /** Answered just now. */
  given: Record<string, unknown>;
}): { answers: Record<string, unknown>; questions: UpdateQuestion[] } {
  const { notes, entity, given } = options;
  let answers = { ...options.answers };
  for (const { rename = {}, defaults = {} } of notes) {
    answers = Object.fromEntries(
      Object.entries(answers).map(([name, value]) => [
        Object.hasOwn(rename, name) ? rename[name] : name,
        value,
      ]),
    );
    answers = { ...defaults, ...answers };
  }
  const pages = [entity.spec.parameters ?? []].flat() as Schema[];
  const fields = pages.flatMap(page =>
    Object.entries((page.properties ?? {}) as Record<string, Schema>).map(
      ([name, schema]) => ({
        name,
        schema,
        isRequired: ((page.required ?? []) as string[]).includes(name),
      }),
    ),
  );
  for (const { name, schema } of fields) {
    if (Object.hasOwn(given, name) && !Object.hasOwn(answers, name)) {
      answers[name] = given[name];
    }
    if (!Object.hasOwn(answers, name) && schema.default !== undefined) {
      answers[name] = schema.default;
    }
  }
  const names = new Set(fields.map(({ name }) => name));
  return {
    answers: Object.fromEntries(
      Object.entries(answers).filter(([name]) => names.has(name)),
    ),
    questions: fields
      .filter(
        ({ name, isRequired }) => isRequired && !Object.hasOwn(answers, name),
      )
      .map(({ name, schema }) => questionOf(name, schema)),
  };
}

function questionOf(name: string, schema: Schema): UpdateQuestion {
  const { title, description, type, enum: choices } = schema;
  return {
    name,
    title: typeof title === 'string' ? title : name,
    ...(typeof description === 'string' && { description }),
    type: ['number', 'integer', 'boolean'].includes(String(type))
      ? (type as UpdateQuestion['type'])
      : 'string',
    ...(Array.isArray(choices) && { enum: choices }),
  };
}
