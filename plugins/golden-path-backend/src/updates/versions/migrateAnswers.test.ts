import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { migrateAnswers } from './migrateAnswers';
import { notesBetween, readNotes } from './VersionNotes';

const entity = {
  spec: {
    parameters: [
      {
        required: ['name', 'costCenter'],
        properties: {
          name: { type: 'string' },
          target: { type: 'number', default: 99.9 },
          costCenter: {
            title: 'Cost center',
            description: 'Who pays',
            type: 'string',
          },
        },
      },
    ],
  },
} as unknown as TemplateEntityV1beta3;

describe('migrateAnswers', () => {
  const notes = readNotes(
    `versions:
  - { version: 1.2.0, changes: [b], rename: { availability: target } }
  - { version: 1.1.0, changes: [a], rename: { uptime: availability }, defaults: { tier: 2 } }
  - { version: 1.1.0, changes: [c], templates: [other] }
`,
    'this',
  );

  it('follows names through all versions in between, and asks for the rest', () => {
    expect(notes.map(({ changes }) => changes)).toEqual([['a'], ['b']]);
    expect(
      migrateAnswers({
        answers: { name: 'cart', uptime: 99.5 },
        notes,
        entity,
        given: {},
      }),
    ).toEqual({
      answers: { name: 'cart', target: 99.5 },
      questions: [
        {
          name: 'costCenter',
          title: 'Cost center',
          description: 'Who pays',
          type: 'string',
        },
      ],
    });
  });

  it('takes what was answered, and no other answer over an old one', () => {
    expect(
      migrateAnswers({
        answers: { name: 'cart' },
        notes: [],
        entity,
        given: { costCenter: 'C1', name: 'evil', unknown: 1 },
      }),
    ).toEqual({
      answers: { name: 'cart', target: 99.9, costCenter: 'C1' },
      questions: [],
    });
  });

  it('knows what came in between', () => {
    const between = (from: string, to: string) =>
      notesBetween({ notes, from, to }).map(({ version }) => version);
    expect(between('1.0.0', '1.2.0')).toEqual(['1.1.0', '1.2.0']);
    expect(between('1.1.0', '1.1.9')).toEqual([]);
  });

  it('says what is wrong in the file', () => {
    expect(() => readNotes('versions: [{ version: 1 }]', 'x')).toThrow(
      'versions.yaml',
    );
    expect(() => readNotes('[', 'x')).toThrow('versions.yaml is no YAML');
  });
});
