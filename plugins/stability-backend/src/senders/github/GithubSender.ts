import { hashOf } from '../payload/hashOf';
import type { Delivery, DeliveryKey, ParsedDelivery, Sender } from '../Sender';
import { parseDeployment } from './parseDeployment';
import { parseDeploymentStatus } from './parseDeploymentStatus';
import { parsePullRequest } from './parsePullRequest';
import { parsePush } from './parsePush';
import { parseWorkflowRun, type WorkflowRule } from './parseWorkflowRun';

type Parser = (body: Buffer) => ParsedDelivery;

/** Events that say something about deployments. */
export const GITHUB_EVENTS = [
  'deployment',
  'deployment_status',
  'pull_request',
  'push',
  'workflow_run',
];

/** Reads the webhooks of a GitHub App, repository or organisation. */
export class GithubSender implements Sender {
  readonly source = 'github';
  readonly keptHeaders = ['x-github-event', 'x-github-delivery'];
  readonly #parsers: Map<string, Parser>;

  /**
   * @param options.workflows - which Actions workflows deploy, for
   * repositories that do without GitHub's deployments
   */
  static create(options: { workflows?: WorkflowRule[] } = {}): GithubSender {
    return new GithubSender(options.workflows ?? []);
  }

  private constructor(workflows: WorkflowRule[]) {
    this.#parsers = new Map<string, Parser>([
      ['deployment', parseDeployment],
      ['deployment_status', parseDeploymentStatus],
      ['pull_request', parsePullRequest],
      ['push', parsePush],
      ['workflow_run', body => parseWorkflowRun(body, workflows)],
    ]);
  }

  keyOf({ body, headers }: Delivery): DeliveryKey {
    // the signature covers the body alone
    return {
      key: headers['x-github-delivery'] ?? hashOf(body),
      dedupeBody: true,
    };
  }

  parse({ body, headers }: Delivery): ParsedDelivery {
    const event = headers['x-github-event'] ?? 'event';
    const parser = this.#parsers.get(event);
    if (!parser) {
      return {
        summary: event,
        drafts: [],
        notice: `GitHub's '${event}' says nothing about deployments`,
      };
    }
    return parser(body);
  }
}
