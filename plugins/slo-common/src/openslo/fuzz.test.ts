import type { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { SHOP_KART_DOCUMENTS } from './__fixtures__/shopKart';
import {
  validAlertCondition,
  validAlertPolicy,
  validSli,
  validSlo,
} from './__fixtures__/validDocuments';
import { objectiveDefinitions } from './objectiveDefinitions';
import { parseOpenSloDocument } from './parseDocument';

/** Documents to make; `PLIMSOLL_FUZZ_DOCUMENTS=1000000` for a long night. */
const DOCUMENTS = Number(process.env.PLIMSOLL_FUZZ_DOCUMENTS ?? 20_000);
/** Of one document, which takes less than one: more is a hang. */
const MAX_MILLISECONDS = 30_000;

const VALID: JsonObject[] = [
  ...parseAllDocuments(SHOP_KART_DOCUMENTS).map(document => document.toJSON()),
  validSlo(),
  validSli(),
  validAlertPolicy(),
  validAlertCondition(),
];

/** A copy that may be spoiled. */
const validDocument = fc
  .constantFrom(...VALID)
  .map((document): JsonObject => structuredClone(document));

const HOSTILE_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  ' ',
  '0',
  '\u0000',
  'password',
  'indicator',
  'objectives',
  'metadata',
  'x'.repeat(10_000),
];

/** Values that documents hold in the wrong place. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    0,
    -0,
    -1,
    0.1 + 0.2,
    1e308,
    NaN,
    Infinity,
    true,
    [],
    {},
    [[]],
    '1m',
    '30d',
    '0d',
    '999999Y',
    '99.9',
    'SLO',
    'Timeslices',
    'component:default/checkout',
    ':/',
    'Europe/Warsaw',
    '2026-02-31 00:00:00',
    'https://me:secret@host',
    'a'.repeat(100_001),
    '9'.repeat(5000),
    new Date(0),
    new Map([['a', 1]]),
    Symbol('odd'),
    () => 1,
    10n,
  ),
  fc.double(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(fc.constant('x'), { minLength: 60, maxLength: 200 }),
  validDocument,
  fc.dictionary(fc.constantFrom(...HOSTILE_KEYS), fc.constantFrom(1, 'x', {})),
);

/** One change at a random place of a document. */
const change = fc.record({
  steps: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
  how: fc.constantFrom('replace', 'remove', 'rename', 'add', 'repeat'),
  key: fc.oneof(fc.constantFrom(...HOSTILE_KEYS), fc.string({ maxLength: 12 })),
  value: odd,
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Own properties alone, so that the hostile keys stay where they are put. */
function put(target: object, key: string, value: unknown): void {
  if (Array.isArray(target) && key === 'length') {
    return;
  }
  Object.defineProperty(target, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

function mutate(document: JsonObject, { steps, how, key, value }: Change) {
  let holder: object = document;
  for (const [depth, step] of steps.entries()) {
    const keys = Object.keys(holder);
    if (keys.length === 0) {
      break;
    }
    const at = keys[step % keys.length];
    const child: unknown = (holder as Record<string, unknown>)[at];
    const isLeaf = typeof child !== 'object' || child === null;
    if (isLeaf || depth === steps.length - 1) {
      switch (how) {
        case 'replace':
          put(holder, at, value);
          break;
        case 'add':
          put(holder, key, value);
          break;
        case 'rename':
          put(holder, key, child);
          Reflect.deleteProperty(holder, at);
          break;
        case 'repeat':
          put(holder, at, [child, child, [child]]);
          break;
        default:
          Reflect.deleteProperty(holder, at);
      }
      return;
    }
    holder = child;
  }
}

const mutated = fc
  .record({
    document: validDocument,
    changes: fc.array(change, { minLength: 1, maxLength: 4 }),
  })
  .map(({ document, changes }) => {
    changes.forEach(each => mutate(document, each));
    return document as unknown;
  });

/** Text that the catalog's YAML parser has to make something of. */
const yaml = fc
  .oneof(
    fc
      .record({
        at: fc.nat({ max: SHOP_KART_DOCUMENTS.length }),
        cut: fc.nat({ max: 60 }),
        text: fc.oneof(
          fc.string({ maxLength: 20 }),
          fc.constantFrom(
            '\n',
            '  ',
            ': ',
            '- ',
            '&a ',
            '*a',
            '{',
            '}',
            '[',
            '!!set ',
            '<<: *a',
            '---\n',
            '? ',
            '__proto__: { a: 1 }\n',
          ),
        ),
      })
      .map(
        ({ at, cut, text }) =>
          SHOP_KART_DOCUMENTS.slice(0, at) +
          text +
          SHOP_KART_DOCUMENTS.slice(at + cut),
      ),
    fc.string({ unit: 'binary', maxLength: 200 }),
  )
  .map((text): unknown => {
    const documents = parseAllDocuments(text, { logLevel: 'error' });
    try {
      return documents.length > 0
        ? documents[text.length % documents.length].toJSON()
        : undefined;
    } catch {
      // An alias without its anchor: the parser's fault, not ours.
      return undefined;
    }
  });

const anything = fc.oneof(
  { arbitrary: mutated, weight: 6 },
  { arbitrary: yaml, weight: 2 },
  { arbitrary: odd, weight: 1 },
  { arbitrary: fc.anything({ maxDepth: 3 }), weight: 1 },
);

interface Verdict {
  objectives: number;
  notMeasurable: number;
  valid: boolean;
  /** Empty when parser and resolver kept their promises. */
  problems: string[];
}

/** Runs one document through both readers, and holds them to their promises. */
function judge(value: unknown, fromCatalog: boolean): Verdict {
  const started = performance.now();
  const parsed = parseOpenSloDocument(value, { fromCatalog });
  const complaints = [...parsed.warnings, ...(parsed.faults ?? [])];
  const problems: string[] = [];
  if (parsed.faults?.length === 0) {
    problems.push('refused without a fault');
  }
  if (!isJson(parsed.document ?? {})) {
    problems.push('the document cannot be stored as it is');
  }
  const { document } = parsed;
  const objectives =
    document?.kind === 'SLO'
      ? objectiveDefinitions({
          document,
          entity: { kind: 'SLO', namespace: 'default', name: 'fuzz' },
          resolveIndicator: () => undefined,
        })
      : [];
  const names = new Set(objectives.map(({ key }) => key.objective));
  if (names.size !== objectives.length) {
    problems.push('two objectives share a name');
  }
  for (const { definition, faults, entityRef } of objectives) {
    if ((faults.length === 0) !== (definition !== undefined)) {
      problems.push('neither definition nor fault, or both');
    }
    if (!/^(component|system|api):.+\/.+$/.test(entityRef)) {
      problems.push(`measures '${entityRef}'`);
    }
    complaints.push(...faults);
  }
  for (const { path, message } of complaints) {
    // Every refusal has a place, says how to mend it, and fits on a screen.
    if (path === '' || message === '' || `${path}${message}`.length > 1000) {
      problems.push(`complains at '${path}': '${message}'`);
    }
  }
  const milliseconds = performance.now() - started;
  if (milliseconds > MAX_MILLISECONDS) {
    problems.push(`took ${milliseconds} ms`);
  }
  return {
    valid: document !== undefined,
    objectives: objectives.length,
    notMeasurable: objectives.filter(o => !o.definition).length,
    problems,
  };
}

function isJson(value: object): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);
}

describe('any document', () => {
  it(`of ${DOCUMENTS} is read or refused with its place, never a crash, never a hang`, () => {
    const seen = { valid: 0, refused: 0, objectives: 0, notMeasurable: 0 };
    fc.assert(
      fc.property(anything, fc.boolean(), (value, fromCatalog) => {
        const verdict = judge(value, fromCatalog);
        expect(verdict.problems).toEqual([]);
        seen.valid += verdict.valid ? 1 : 0;
        seen.refused += verdict.valid ? 0 : 1;
        seen.objectives += verdict.objectives;
        seen.notMeasurable += verdict.notMeasurable;
      }),
      { numRuns: DOCUMENTS },
    );

    expect(({} as Record<string, unknown>).a).toBeUndefined();
    // The generator is worth nothing when it makes rubbish alone.
    expect(seen.valid).toBeGreaterThan(DOCUMENTS / 20);
    expect(seen.refused).toBeGreaterThan(DOCUMENTS / 2);
    expect(seen.objectives).toBeGreaterThan(DOCUMENTS / 50);
    expect(seen.notMeasurable).toBeGreaterThan(0);
  }, 3_600_000);
});
