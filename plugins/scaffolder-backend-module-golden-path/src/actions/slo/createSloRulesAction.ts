import fs from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  DEFAULT_RULE_SETTINGS,
  renderRules,
} from '@plimsoll/plugin-slo-common/rules';
import { sloRulesExamples as examples } from './examples/sloRulesExamples';
import { generateSloRules } from './generateSloRules';
import { readSloFiles, SLO_PATHS } from './readSloFiles';
import { renderRuleTests } from './ruleTests/renderRuleTests';

/** Where the chart of the golden path looks for them. */
const FILES = {
  rules: 'chart/alerts/slo.yaml',
  fleet: 'chart/alerts/fleet/slo-fleet.yaml',
  tests: 'chart/alerts/tests/slo.yaml',
};

/**
 * Recording rules and burn rate alerts of the workspace's OpenSLO documents,
 * and promtool tests that are derived from the same documents. A dry run does
 * the same: its workspace is thrown away.
 *
 * @public
 */
export function createSloRulesAction() {
  return createTemplateAction({
    id: 'slo:rules',
    description:
      'Writes the Prometheus rules and alerts of OpenSLO documents of the workspace, and promtool tests for them',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        paths: z =>
          z
            .array(z.string().min(1))
            .min(1)
            .max(50)
            .optional()
            .describe(
              `Files and folders with OpenSLO documents, and the catalog-info.yaml that names owner and runbook; [${SLO_PATHS.join(
                ', ',
              )}]`,
            ),
        rulesFile: z =>
          z
            .string()
            .min(1)
            .optional()
            .describe(`Rules of these objectives; ${FILES.rules}`),
        fleetFile: z =>
          z
            .string()
            .min(1)
            .optional()
            .describe(
              `Rules that a Prometheus needs once for all services; ${FILES.fleet}`,
            ),
        testsFile: z =>
          z
            .string()
            .min(1)
            .optional()
            .describe(`Tests for promtool; ${FILES.tests}`),
        portalUrl: z =>
          z
            .string()
            .url()
            .optional()
            .describe('app.baseUrl of the portal, for the links of alerts'),
        scrapeSeconds: z =>
          z
            .number()
            .int()
            .min(1)
            .max(300)
            .optional()
            .describe(
              `Seconds between two samples of a series; ${DEFAULT_RULE_SETTINGS.scrapeSeconds}`,
            ),
        matchers: z =>
          z
            .record(z.string())
            .optional()
            .describe(
              'Labels that every selector has to carry, as enforcedMatchers of app-config',
            ),
      },
      output: {
        objectives: z => z.number().describe('Objectives that have rules'),
        alerts: z => z.array(z.string()).describe('Names of the alerts'),
        files: z => z.array(z.string()).describe('What was written'),
        notices: z =>
          z
            .array(z.string())
            .describe('Alerts and tests that make no sense for an objective'),
      },
    },
    async handler(ctx) {
      const { input, workspacePath } = ctx;
      const settings = {
        scrapeSeconds:
          input.scrapeSeconds ?? DEFAULT_RULE_SETTINGS.scrapeSeconds,
        enforcedMatchers: { ...input.matchers },
      };
      const names = {
        rules: input.rulesFile ?? FILES.rules,
        fleet: input.fleetFile ?? FILES.fleet,
        tests: input.testsFile ?? FILES.tests,
      };
      if (new Set(Object.values(names)).size < 3) {
        throw new InputError(
          'rulesFile, fleetFile and testsFile have to be three files',
        );
      }
      const made = generateSloRules({
        files: await readSloFiles({
          workspacePath,
          paths: input.paths ?? SLO_PATHS,
        }),
        portalUrl: input.portalUrl,
        settings,
      });
      const tests = renderRuleTests({
        ...made,
        files: names,
        enforcedMatchers: settings.enforcedMatchers,
      });
      const texts: Array<[string, string]> = [
        [names.rules, renderRules(made.rules)],
        [names.fleet, renderRules(made.fleet)],
        [names.tests, tests.text],
      ];
      for (const [name, text] of texts) {
        const place = resolveSafeChildPath(workspacePath, name);
        await fs.mkdir(dirname(place), { recursive: true });
        await fs.writeFile(place, text, 'utf8');
        ctx.logger.info(`${name} is written`);
      }
      const notices = [
        ...made.rules.notices.map(
          ({ subject, message }) => `${subject}: ${message}`,
        ),
        ...tests.notices,
      ];
      notices.forEach(notice => ctx.logger.warn(notice));
      ctx.output('objectives', made.objectives.length);
      ctx.output('alerts', alertNames(made.rules.groups));
      ctx.output(
        'files',
        texts.map(([name]) => name),
      );
      ctx.output('notices', notices);
    },
  });
}

function alertNames(
  groups: ReadonlyArray<{ rules: readonly object[] }>,
): string[] {
  const names = groups.flatMap(({ rules }) =>
    rules.flatMap(rule => ('alert' in rule ? [String(rule.alert)] : [])),
  );
  return Array.from(new Set(names)).sort();
}
