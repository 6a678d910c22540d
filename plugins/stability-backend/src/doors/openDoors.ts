import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { AlertmanagerSender } from '../senders/alertmanager/AlertmanagerSender';
import { ArgoCdSender } from '../senders/argocd/ArgoCdSender';
import { ArgoRolloutsSender } from '../senders/argo-rollouts/ArgoRolloutsSender';
import { GithubSender } from '../senders/github/GithubSender';
import { readWorkflowRules } from '../senders/github/readWorkflowRules';
import { GitlabSender } from '../senders/gitlab/GitlabSender';
import { JenkinsSender } from '../senders/jenkins/JenkinsSender';
import { PagerDutySender } from '../senders/pagerduty/PagerDutySender';
import { readAlertRules } from '../senders/alertmanager/readAlertRules';
import type { Sender } from '../senders/Sender';
import type { Door } from './Door';
import { BearerGuard } from './guards/BearerGuard';
import type { Guard } from './guards/Guard';
import { HmacGuard } from './guards/HmacGuard';
import { TokenGuard } from './guards/TokenGuard';
import { readBasicUsers, readWebhookConfig } from './readWebhookConfig';

/**
 * All doors that there are, each with the guard that app-config gives it.
 *
 * @throws InputError when app-config's `stability.webhooks` cannot be used
 */
export function openDoors(options: {
  config: Config;
  /** Told of secrets that open nothing; nobody by default. */
  logger?: LoggerService;
}): Door[] {
  const { config, logger } = options;
  const door = (
    sender: Sender,
    guardOf: (secrets: string[]) => Guard,
    basic: Array<{ username: string; password: string }> = [],
  ): Door => {
    const { key, secrets, hasPublished } = readWebhookConfig(
      config,
      sender.source,
    );
    if (hasPublished) {
      logger?.warn(
        `${key}.secrets has a secret of the demo, which everybody knows: it ` +
          `opens nothing here. Make one with 'openssl rand -hex 32'`,
      );
    }
    const isOpen = secrets.length + basic.length > 0;
    return {
      sender,
      guard: isOpen ? guardOf(secrets) : undefined,
      configKey: `${key}.secrets`,
    };
  };
  const bearer = (secrets: string[]) => BearerGuard.create({ secrets });
  const github = readWebhookConfig(config, 'github');
  const alertmanager = readWebhookConfig(config, 'alertmanager');
  const basic = readBasicUsers(alertmanager);
  return [
    door(
      GithubSender.create({ workflows: readWorkflowRules(github) }),
      secrets =>
        HmacGuard.create({
          header: 'x-hub-signature-256',
          prefix: 'sha256=',
          secrets,
        }),
    ),
    door(GitlabSender.create(), secrets =>
      TokenGuard.create({ header: 'x-gitlab-token', secrets }),
    ),
    door(ArgoCdSender.create(), bearer),
    door(ArgoRolloutsSender.create(), bearer),
    door(JenkinsSender.create(), bearer),
    door(
      AlertmanagerSender.create(readAlertRules(alertmanager)),
      secrets => BearerGuard.create({ secrets, basic }),
      basic,
    ),
    door(PagerDutySender.create(), secrets =>
      HmacGuard.create({
        header: 'x-pagerduty-signature',
        prefix: 'v1=',
        secrets,
      }),
    ),
  ];
}
