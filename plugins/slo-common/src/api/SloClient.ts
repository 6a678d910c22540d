import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type {
  CorrectionPage,
  CreateCorrectionRequest,
  ListCorrectionsRequest,
  SloCorrection,
} from '../corrections/SloCorrection';
import type { CheckReport } from '../doctor/CheckReport';
import type { GateAnswer, GateDecision } from '../gate/GateDecision';
import type { LoadedRules } from '../loadedRules/LoadedRules';
import type { ObjectiveKey } from '../objective/ObjectiveKey';
import type {
  MyRollupRequest,
  ObjectiveRollup,
  RollupRequest,
  SloRollup,
} from '../rollup/SloRollup';
import type {
  DocumentSimulationRequest,
  SimulationAnswer,
  SimulationRequest,
} from '../simulate/TargetSimulation';
import type {
  Explanation,
  HistoryRequest,
  ListObjectivesRequest,
  ObjectiveDetail,
  ObjectiveHistory,
  ObjectivePage,
  Page,
  ServiceSloSummary,
  VolumeResponse,
} from './responses';
import type {
  CatalogRulesRequest,
  GateDecisionsRequest,
  RulesRequest,
  SloApi,
  SloRequestOptions,
  SummaryRequest,
  VolumeRequest,
} from './SloApi';

type QueryValue = string | number | ReadonlyArray<string | number> | undefined;

/** Where the backend is; the discovery API of either side of Backstage fits. */
interface Discovery {
  getBaseUrl(pluginId: string): Promise<string>;
}

/** Sends requests; the fetch API of the front end fits, and so does `{ fetch }`. */
interface Fetcher {
  fetch: typeof fetch;
}

/** What is sent beside the address. */
interface Sent {
  method?: 'POST';
  headers?: Record<string, string>;
  body?: string;
}

/**
 * Talks to the SLO backend, in a browser and in Node.
 *
 * In the front end `fetchApi` signs the requests; a backend passes a service
 * token with each call.
 *
 * @public
 */
export class SloClient implements SloApi {
  readonly #discoveryApi: Discovery;
  readonly #fetchApi: Fetcher;

  constructor(options: { discoveryApi: Discovery; fetchApi: Fetcher }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async listObjectives(
    request: ListObjectivesRequest,
    options?: SloRequestOptions,
  ): Promise<ObjectivePage> {
    return this.#get('/objectives', { ...request }, options);
  }

  async getObjective(
    key: ObjectiveKey,
    options?: SloRequestOptions,
  ): Promise<ObjectiveDetail> {
    return this.#get(objectivePath(key), {}, options);
  }

  async getHistory(
    key: ObjectiveKey,
    request: HistoryRequest,
    options?: SloRequestOptions,
  ): Promise<ObjectiveHistory> {
    return this.#get(`${objectivePath(key)}/history`, { ...request }, options);
  }

  async explainObjective(
    key: ObjectiveKey,
    options?: SloRequestOptions,
  ): Promise<Explanation> {
    return this.#get(`${objectivePath(key)}/explain`, {}, options);
  }

  async getVolume(
    request: VolumeRequest,
    options?: SloRequestOptions,
  ): Promise<VolumeResponse> {
    return this.#get('/volume', { ...request }, options);
  }

  async getSummary(
    request: SummaryRequest,
    options?: SloRequestOptions,
  ): Promise<Page<ServiceSloSummary>> {
    return this.#get('/summary', { ...request }, options);
  }

  async checkDocuments(
    text: string,
    options?: SloRequestOptions,
  ): Promise<CheckReport> {
    return this.#send('/check', { ...options, ...yamlBody(text) });
  }

  async checkEntity(
    entityRef: string,
    options?: SloRequestOptions,
  ): Promise<CheckReport> {
    return this.#get('/check', { entityRef }, options);
  }

  async simulateObjective(
    key: ObjectiveKey,
    { targets: target, ...request }: SimulationRequest,
    options?: SloRequestOptions,
  ): Promise<SimulationAnswer> {
    const query = { target, ...request };
    return this.#get(`${objectivePath(key)}/simulate`, query, options);
  }

  async simulateDocument(
    request: DocumentSimulationRequest,
    options?: SloRequestOptions,
  ): Promise<SimulationAnswer> {
    const { text, targets: target, ...rest } = request;
    return this.#send(`/simulate${queryText({ target, ...rest })}`, {
      ...options,
      ...yamlBody(text),
    });
  }

  async getRules(
    request: CatalogRulesRequest,
    options: SloRequestOptions = {},
  ): Promise<string> {
    return this.#sendForText(`/rules${queryText({ ...request })}`, options);
  }

  async generateRules(
    text: string,
    request: RulesRequest,
    options?: SloRequestOptions,
  ): Promise<string> {
    return this.#sendForText(`/rules${queryText({ ...request })}`, {
      ...options,
      ...yamlBody(text),
    });
  }

  async getLoadedRules(
    entityRef: string,
    options?: SloRequestOptions,
  ): Promise<LoadedRules> {
    return this.#get('/loaded-rules', { entityRef }, options);
  }

  async askGate(
    entityRef: string,
    options?: SloRequestOptions,
  ): Promise<GateAnswer> {
    return this.#get('/gate', { entityRef }, options);
  }

  async listGateDecisions(
    request: GateDecisionsRequest,
    options?: SloRequestOptions,
  ): Promise<Page<GateDecision>> {
    return this.#get('/gate/decisions', { ...request }, options);
  }

  async listCorrections(
    request: ListCorrectionsRequest,
    options?: SloRequestOptions,
  ): Promise<CorrectionPage> {
    return this.#get('/corrections', { ...request }, options);
  }

  async createCorrection(
    request: CreateCorrectionRequest,
    options?: SloRequestOptions,
  ): Promise<SloCorrection> {
    return this.#post('/corrections', request, options);
  }

  async undoCorrection(
    id: string,
    request: { reason: string },
    options?: SloRequestOptions,
  ): Promise<SloCorrection> {
    const path = `/corrections/${encodeURIComponent(id)}/undo`;
    return this.#post(path, request, options);
  }

  async getRollup(
    request: RollupRequest,
    options?: SloRequestOptions,
  ): Promise<SloRollup> {
    return this.#get('/rollup', { ...request }, options);
  }

  async getMyRollup(
    request: MyRollupRequest,
    options?: SloRequestOptions,
  ): Promise<ObjectiveRollup> {
    return this.#get('/rollup/mine', { ...request }, options);
  }

  async #get<T>(
    path: string,
    query: Record<string, QueryValue>,
    options: SloRequestOptions = {},
  ): Promise<T> {
    return this.#send(`${path}${queryText(query)}`, options);
  }

  async #post<T>(
    path: string,
    body: object,
    options?: SloRequestOptions,
  ): Promise<T> {
    return this.#send(path, {
      ...options,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async #send<T>(path: string, sent: SloRequestOptions & Sent): Promise<T> {
    const response = await this.#fetch(path, sent);
    return response.json();
  }

  async #sendForText(
    path: string,
    sent: SloRequestOptions & Sent,
  ): Promise<string> {
    const response = await this.#fetch(path, sent);
    return response.text();
  }

  async #fetch(
    path: string,
    { token, headers, ...init }: SloRequestOptions & Sent,
  ): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('slo');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      ...init,
      ...((token ?? headers) && {
        headers: {
          ...headers,
          ...(token && { Authorization: `Bearer ${token}` }),
        },
      }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

/** Documents of OpenSLO, in whichever of the two notations. */
function yamlBody(text: string): Sent {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/yaml' },
    body: text,
  };
}

/** `?a=1&b=2`; nothing where nothing is asked. */
function queryText(query: Record<string, QueryValue>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value];
    values
      .filter(item => item !== undefined)
      .forEach(item => parameters.append(name, String(item)));
  }
  const text = parameters.toString();
  return text && `?${text}`;
}

function objectivePath(key: ObjectiveKey): string {
  const { namespace, name } = parseEntityRef(key.ref);
  const parts = [namespace, name, key.objective].map(encodeURIComponent);
  return `/objectives/${parts.join('/')}`;
}
