import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findProgram } from '../findProgram';
import type { RenderedService } from '../renderService';
import type { Validator } from './Validator';

const run = promisify(execFile);
const SERVICE = 'chart/alerts/service.yaml';
const SLO = 'chart/alerts/slo.yaml';
const FLEET = 'chart/alerts/fleet/slo-fleet.yaml';
const SERVICE_TESTS = 'chart/alerts/tests/service.yaml';
const SLO_TESTS = 'chart/alerts/tests/slo.yaml';
/** Answers by the files' text: renderings that differ elsewhere share them. */
const answers = new Map<string, Promise<string[]>>();

/** Rules and their tests, by promtool. */
export const alerts: Validator = {
  name: 'has alerts that promtool loads, and whose tests pass',
  missing: () =>
    findProgram('promtool') ? undefined : 'promtool is not installed',
  async validate(rendered) {
    const faults = await Promise.all([
      promtool(rendered.folder, ['check', 'rules', SERVICE, SLO, FLEET]),
      once(
        rendered,
        [SERVICE, SERVICE_TESTS],
        ['test', 'rules', SERVICE_TESTS],
      ),
      once(rendered, [SLO, FLEET, SLO_TESTS], ['test', 'rules', SLO_TESTS]),
    ]);
    return faults.flat();
  },
};

/** Asks once for files that say the same. */
function once(
  rendered: RenderedService,
  files: readonly string[],
  command: readonly string[],
): Promise<string[]> {
  const key = files.map(path => comparable(rendered, path)).join('\0');
  const answer = answers.get(key) ?? promtool(rendered.folder, command);
  answers.set(key, answer);
  return answer;
}

/**
 * Whatever it is called, who owns it, where its pages are, and which bucket of
 * a histogram an objective counts.
 */
function comparable({ read, service }: RenderedService, path: string): string {
  const text = [
    service.alerts.runbookUrl,
    service.alerts.portalUrl,
    service.owner.name,
    service.name,
  ].reduce((all, own) => all.replaceAll(own, '~'), read(path));
  return path === SLO || path === SLO_TESTS
    ? text.replace(/le=~?"[^"]*"|within-\d+-ms|definition: \S+/g, '~')
    : text;
}

async function promtool(
  folder: string,
  command: readonly string[],
): Promise<string[]> {
  try {
    await run(findProgram('promtool') ?? 'promtool', command, { cwd: folder });
    return [];
  } catch (error) {
    const { stderr, stdout, message } = error as {
      stderr?: string;
      stdout?: string;
      message: string;
    };
    return [`promtool ${command.join(' ')}: ${stderr || stdout || message}`];
  }
}
