import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type CatalogRulesRequest,
  type CreateCorrectionRequest,
  type DocumentSimulationRequest,
  type GateDecisionsRequest,
  type HistoryRequest,
  type ListCorrectionsRequest,
  type ListObjectivesRequest,
  type MyRollupRequest,
  type RollupRequest,
  type RulesRequest,
  type SimulationRequest,
  SloClient,
  type SummaryRequest,
  type VolumeRequest,
} from '@plimsoll/plugin-slo-common';
import { parse } from 'yaml';
import { compileErrors } from './__testUtils__/compileErrors';
import { type Schema, schemaType } from './__testUtils__/schemaType';

interface Parameter {
  $ref?: string;
  name: string;
  in: 'query' | 'path';
  required?: boolean;
}

interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content: Record<string, { schema: Schema }> }>;
}

interface Document {
  paths: Record<string, Record<'get' | 'post', Operation>>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, Parameter>;
  };
}

const FILE = resolve(__dirname, 'openapi.yaml');
const { paths, components }: Document = parse(readFileSync(FILE, 'utf8'));
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    path,
    method: method.toUpperCase(),
    ...operation,
    parameters: (operation.parameters ?? []).map(parameter =>
      parameter.$ref
        ? components.parameters[parameter.$ref.split('/').pop() ?? '']
        : parameter,
    ),
  })),
);

/** Methods of the client whose name is another than the operation's. */
const RENAMED: Record<string, string> = { getObjectiveHistory: 'getHistory' };
const methodOf = (operationId: string) => RENAMED[operationId] ?? operationId;

const key = { ref: 'slo:ns/name', objective: 'served' };
const from = '2026-11-01T00:00:00Z';
const to = '2026-11-02T00:00:00Z';
const page = { limit: 1, cursor: 'c' };
const entityRef = 'component:default/cart';

/** One call of each operation that says all that can be said. */
const CALLS: Record<string, (client: SloClient) => Promise<unknown>> = {
  listObjectives: client => {
    const all: Required<ListObjectivesRequest> = {
      ...page,
      entityRef,
      owner: 'o',
      system: 's',
      within: 'system:default/shop',
      state: ['ok'],
      kind: 'ratio',
      q: 'q',
      sort: 'name',
    };
    return client.listObjectives(all);
  },
  getObjective: client => client.getObjective(key),
  getObjectiveHistory: client => {
    const all: Required<HistoryRequest> = {
      from,
      to,
      step: 1,
      view: 'rolling',
    };
    return client.getHistory(key, all);
  },
  explainObjective: client => client.explainObjective(key),
  getVolume: client => {
    const all: Required<VolumeRequest> = { entityRef, from, to, timeZone: 'z' };
    return client.getVolume(all);
  },
  getSummary: client => {
    const all: Required<SummaryRequest> = { ...page, since: from };
    return client.getSummary(all);
  },
  checkDocuments: client => client.checkDocuments('kind: SLO'),
  checkEntity: client => client.checkEntity(entityRef),
  simulateObjective: client => {
    const all: Required<SimulationRequest> = {
      targets: [0.9],
      window: '28d',
      days: 7,
    };
    return client.simulateObjective(key, all);
  },
  simulateDocument: client => {
    const all: Required<DocumentSimulationRequest> = {
      targets: [0.9],
      window: '28d',
      days: 7,
      text: 'kind: SLO',
      objective: 'o',
    };
    return client.simulateDocument(all);
  },
  askGate: client => client.askGate(entityRef),
  listGateDecisions: client => {
    const all: Required<GateDecisionsRequest> = { ...page, entityRef };
    return client.listGateDecisions(all);
  },
  listCorrections: client => {
    const all: Required<ListCorrectionsRequest> = {
      ...page,
      ...key,
      entityRef,
    };
    return client.listCorrections(all);
  },
  createCorrection: client => {
    const all: Required<CreateCorrectionRequest> = {
      entityRef,
      objective: key,
      from,
      to,
      reason: 'r',
    };
    return client.createCorrection(all);
  },
  undoCorrection: client => client.undoCorrection('7', { reason: 'r' }),
  getRules: client => {
    const all: Required<CatalogRulesRequest> = {
      entityRef,
      part: 'all',
      format: 'prometheus',
      source: 's',
    };
    return client.getRules(all);
  },
  getLoadedRules: client => client.getLoadedRules(entityRef),
  generateRules: client => {
    const all: Required<RulesRequest> = {
      part: 'all',
      format: 'prometheus',
      source: 's',
    };
    return client.generateRules('kind: SLO', all);
  },
  getRollup: client => {
    const all: Required<RollupRequest> = {
      entityRef,
      limit: 1,
      each: 'service',
    };
    return client.getRollup(all);
  },
  getMyRollup: client => {
    const all: Required<MyRollupRequest> = { limit: 1, each: 'service' };
    return client.getMyRollup(all);
  },
};

/** What an object of this content is made of; nothing for a text. */
function propertiesOf(content: { schema: Schema } | undefined) {
  const { $ref, properties = {} } = content?.schema ?? {};
  const named = $ref?.split('/').pop();
  return named === undefined
    ? properties
    : components.schemas[named].properties ?? {};
}

/** What the client sends for an operation. */
async function requestOf(operationId: string) {
  const sent: Array<{ url: URL; init: RequestInit }> = [];
  const client = new SloClient({
    discoveryApi: { getBaseUrl: async () => 'http://portal/api/slo' },
    fetchApi: {
      fetch: async (input, init = {}) => {
        sent.push({ url: new URL(String(input)), init });
        return new Response('{}');
      },
    },
  });
  const method = jest.spyOn(
    SloClient.prototype,
    methodOf(operationId) as 'getObjective',
  );
  await CALLS[operationId](client);
  expect(method).toHaveBeenCalledTimes(1);
  method.mockRestore();
  expect(sent).toHaveLength(1);
  return sent[0];
}

describe('the client', () => {
  it('has one method for each operation of the document, and no other', () => {
    const methods = Object.getOwnPropertyNames(SloClient.prototype).filter(
      name => name !== 'constructor',
    );
    const ids = operations.map(({ operationId }) => operationId);
    expect(methods.toSorted()).toEqual(ids.map(methodOf).toSorted());
    expect(Object.keys(CALLS).toSorted()).toEqual(ids.toSorted());
  });

  it.each(operations)(
    'asks as the document says: $operationId',
    async ({ operationId, path, method, parameters, requestBody }) => {
      const { url, init } = await requestOf(operationId);
      const pattern = path.replaceAll(/\{\w+\}/g, '[^/]+');
      expect(url.pathname).toMatch(new RegExp(`^/api/slo${pattern}$`));
      expect(init.method ?? 'GET').toBe(method);
      expect([...url.searchParams.keys()].toSorted()).toEqual(
        parameters
          .filter(parameter => parameter.in === 'query')
          .map(({ name }) => name)
          .toSorted(),
      );
      const type = new Headers(init.headers).get('Content-Type');
      const accepted = Object.keys(requestBody?.content ?? {});
      expect(accepted.length > 0).toBe(type !== null);
      expect(accepted.filter(one => one === type)).toHaveLength(
        type === null ? 0 : 1,
      );
      const isJson = type === 'application/json';
      expect(
        Object.keys(isJson ? JSON.parse(String(init.body)) : {}).toSorted(),
      ).toEqual(
        Object.keys(propertiesOf(requestBody?.content[type ?? ''])).toSorted(),
      );
    },
  );

  it('answers with the types of the document', () => {
    const names = Object.keys(components.schemas);
    const answers = operations.map(({ operationId, responses }) => {
      const [content] = Object.values(
        (responses['200'] ?? responses['201']).content,
      );
      return {
        method: methodOf(operationId),
        type: schemaType(content.schema),
      };
    });
    const head = [
      `import type { SloApi } from '@plimsoll/plugin-slo-common';`,
      `namespace Doc {`,
      ...names.map(
        name =>
          `export type ${name} = ${schemaType(components.schemas[name])};`,
      ),
      `}`,
      // 'not-refreshed' is a word of front ends, no answer has it
      `type Plain<T> = T extends 'not-refreshed' ? never
        : T extends readonly (infer Item)[] ? Array<Plain<Item>>
        : T extends object ? { -readonly [Key in keyof T]: Plain<T[Key]> } : T;`
        .split('\n')
        .join(' '),
      `type Answer<M extends keyof SloApi> = Plain<Awaited<ReturnType<SloApi[M]>>>;`,
      `type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;`,
      `type At<T, Key> = Key extends keyof T ? T[Key] : 'absent';`,
      `type Differ<A, B> = Same<A, B> extends true ? never : [A, B] extends [Array<infer I>, Array<infer J>] ? { items: Differ<I, J> } : [A, B] extends [object, object] ? { [Key in keyof A | keyof B as Same<At<A, Key>, At<B, Key>> extends true ? never : Key]: Differ<At<A, Key>, At<B, Key>> } : { client: A; document: B };`,
      `type Verdict<A, B> = Same<A, B> extends true ? true : Differ<A, B>;`,
    ];
    const lines = answers.map(
      ({ method, type }, index) =>
        `export const same${index}: Verdict<Answer<'${method}'>, Plain<${type}>> = true;`,
    );
    const errors = compileErrors({
      beside: __filename,
      source: [...head, ...lines].join('\n'),
    }).map(({ line, message }) => ({
      method: answers[line - head.length]?.method ?? head[line],
      message,
    }));
    expect(errors).toEqual([]);
  });
});
