import {
  stringifyObjectiveKey,
  type CheckReport,
  type CorrectionPage,
  type CreateCorrectionRequest,
  type DocumentSimulationRequest,
  type Explanation,
  type GateAnswer,
  type GateDecision,
  type GateDecisionsRequest,
  type HistoryRequest,
  type ListCorrectionsRequest,
  type ListObjectivesRequest,
  type MyRollupRequest,
  type ObjectiveDetail,
  type ObjectiveHistory,
  type ObjectiveKey,
  type ObjectivePage,
  type ObjectiveRollup,
  type ObjectiveStatus,
  type Page,
  type RollupRequest,
  type ServiceSloSummary,
  type SimulationAnswer,
  type SimulationRequest,
  type SloApi,
  type SloRollup,
  type SloCorrection,
  type VolumeResponse,
  type LoadedRules,
} from '@plimsoll/plugin-slo-common';
import { checkReport } from './checkReport';
import { sloCorrection } from './sloCorrection';
import { explanation } from './explanation';
import { gateDecision } from './gateDecision';
import { objectiveDetail } from './objectiveDetail';
import { objectiveHistory } from './objectiveHistory';
import { objectivePage } from './objectivePage';
import { simulationAnswer } from './simulationAnswer';
import { sloRollup } from './sloRollup';

/** Answers like the backend would, for a fixed set of objectives. */
export class FixtureSloApi implements SloApi {
  readonly #objectives: ObjectiveStatus[];
  readonly #page: Partial<ObjectivePage>;

  constructor(
    objectives: ObjectiveStatus[],
    page: Partial<ObjectivePage> = {},
  ) {
    this.#objectives = objectives;
    this.#page = page;
  }

  async listObjectives(request: ListObjectivesRequest): Promise<ObjectivePage> {
    const { state, q = '' } = request;
    const states = state === undefined ? undefined : [state].flat();
    const all = objectivePage(this.#objectives, this.#page);
    const items = this.#objectives.filter(
      objective =>
        (!states || states.includes(objective.state)) &&
        objective.displayName.toLowerCase().includes(q.toLowerCase()),
    );
    return { ...all, items, totalItems: items.length, ...this.#page };
  }

  async getObjective(key: ObjectiveKey): Promise<ObjectiveDetail> {
    return objectiveDetail(this.#find(key));
  }

  async getHistory(
    _key: ObjectiveKey,
    request: HistoryRequest,
  ): Promise<ObjectiveHistory> {
    return objectiveHistory(request);
  }

  async explainObjective(_key: ObjectiveKey): Promise<Explanation> {
    return explanation();
  }

  async getVolume(): Promise<VolumeResponse> {
    return { entityRef: '', timeZone: 'UTC', days: [] };
  }

  async getSummary(): Promise<Page<ServiceSloSummary>> {
    return { items: [], totalItems: 0, pageInfo: {} };
  }

  async checkDocuments(): Promise<CheckReport> {
    return checkReport();
  }

  async checkEntity(_entityRef: string): Promise<CheckReport> {
    return checkReport();
  }

  async simulateObjective(
    key: ObjectiveKey,
    { targets }: SimulationRequest,
  ): Promise<SimulationAnswer> {
    return simulationAnswer({ objective: this.#find(key), targets });
  }

  async simulateDocument({
    targets,
  }: DocumentSimulationRequest): Promise<SimulationAnswer> {
    return simulationAnswer({ targets, kind: 'query' });
  }

  async getLoadedRules(entityRef: string): Promise<LoadedRules> {
    const sources = [{ name: 'prometheus', state: 'not-offered' as const }];
    const { checkedAt } = checkReport();
    return { entityRef, expected: 0, sources, rules: [], checkedAt };
  }

  async askGate(entityRef: string): Promise<GateAnswer> {
    const { id, verdict, reasons, decidedAt } = gateDecision();
    return { verdict, reasons, entityRef, decidedAt, decision: id };
  }

  async listGateDecisions(
    _request: GateDecisionsRequest,
  ): Promise<Page<GateDecision>> {
    return { items: [], totalItems: 0, pageInfo: {} };
  }

  async listCorrections(
    _request: ListCorrectionsRequest,
  ): Promise<CorrectionPage> {
    return { items: [], totalItems: 0, pageInfo: {}, mayCorrect: true };
  }

  async createCorrection(
    request: CreateCorrectionRequest,
  ): Promise<SloCorrection> {
    return sloCorrection(request);
  }

  async undoCorrection(
    id: string,
    { reason }: { reason: string },
  ): Promise<SloCorrection> {
    return sloCorrection({
      id,
      undone: {
        by: 'user:default/maja-wrona',
        at: '2026-11-19T09:00:00.000Z',
        reason,
      },
    });
  }

  async getRules(): Promise<string> {
    return 'groups: []\n';
  }

  async generateRules(): Promise<string> {
    return 'groups: []\n';
  }

  async getRollup(request: RollupRequest): Promise<SloRollup> {
    return sloRollup(this.#objectives, { entityRef: request.entityRef });
  }

  async getMyRollup(_request: MyRollupRequest): Promise<ObjectiveRollup> {
    const { entityRef, sums, leftOut, ...mine } = sloRollup(this.#objectives);
    return mine;
  }

  #find(key: ObjectiveKey): ObjectiveStatus {
    const wanted = stringifyObjectiveKey(key);
    const found = this.#objectives.find(
      objective => stringifyObjectiveKey(objective) === wanted,
    );
    if (!found) {
      throw Object.assign(new Error(`No objective ${wanted}`), {
        name: 'NotFoundError',
      });
    }
    return found;
  }
}
