import { parse } from 'yaml';
import type { RenderedService } from '../renderService';
import type { Validator } from './Validator';

interface Alert {
  alert: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** Whoever is called finds what to do, and the service's page. */
export const runbook: Validator = {
  name: 'has a section of the runbook for each alert, and links to it',
  validate(rendered) {
    const { read, service } = rendered;
    const sections = new Set(
      [...read('docs/runbook.md').matchAll(/^## (.+)$/gm)].map(
        ([, title]) => title,
      ),
    );
    const own = alertsOf(rendered, 'chart/alerts/service.yaml');
    const ofObjectives = alertsOf(rendered, 'chart/alerts/slo.yaml');
    const { runbookUrl, portalUrl } = service.alerts;
    return [
      ...[...own, ...ofObjectives]
        .filter(({ alert }) => !sections.has(alert))
        .map(({ alert }) => `docs/runbook.md has no section ${alert}`),
      ...own
        .filter(
          ({ alert, annotations }) =>
            annotations.runbook_url !==
              `${runbookUrl}#${alert.toLocaleLowerCase('en-US')}` ||
            annotations.portal_url !== portalUrl,
        )
        .map(({ alert }) => `${alert} does not lead to its pages`),
      ...ofObjectives
        .filter(
          ({ annotations }) =>
            annotations.runbook_url !== runbookUrl ||
            !annotations.objective_url?.startsWith(`${portalUrl}/slos?`),
        )
        .map(({ alert }) => `${alert} does not lead to its pages`),
      ...own
        .filter(
          ({ labels }) =>
            labels.service !== service.name ||
            labels.team !== service.owner.name ||
            labels.tier !== String(service.tier),
        )
        .map(({ alert }) => `${alert} does not say whose it is`),
      ...deadLinks(read('docs/runbook.md'), sections),
    ];
  },
};

function alertsOf({ read }: RenderedService, path: string): Alert[] {
  const { groups } = parse(read(path)) as { groups: Array<{ rules: Alert[] }> };
  return groups.flatMap(({ rules }) => rules.filter(({ alert }) => alert));
}

function deadLinks(text: string, sections: ReadonlySet<string>): string[] {
  const anchors = new Set(
    [...sections].map(title =>
      title.toLocaleLowerCase('en-US').replaceAll(' ', '-'),
    ),
  );
  return [...text.matchAll(/\]\(#([^)]+)\)/g)]
    .filter(([, anchor]) => !anchors.has(anchor))
    .map(([, anchor]) => `docs/runbook.md: there is no #${anchor}`);
}
