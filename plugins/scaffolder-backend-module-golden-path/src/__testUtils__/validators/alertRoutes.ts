import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findProgram } from '../findProgram';
import type { Validator } from './Validator';

const run = promisify(execFile);
const FILE = 'chart/alerts/routes/alertmanager.yaml';

/** Each severity goes where the promise says, by amtool. */
export const alertRoutes: Validator = {
  name: 'sends each severity to the right receiver, and nothing of others',
  missing: () =>
    findProgram('amtool') ? undefined : 'amtool is not installed',
  async validate({ folder, service: { name, entityRef, alerts }, read }) {
    const faults: string[] = [];
    const ask = (...args: string[]) =>
      run(findProgram('amtool') ?? 'amtool', args, { cwd: folder }).then(
        ({ stdout }) => stdout.trim(),
        ({ stderr, stdout }) => `${stdout}${stderr}`.trim(),
      );
    const checked = await ask('check-config', FILE);
    if (!checked.includes('SUCCESS')) {
      faults.push(`${FILE}: ${checked}`);
    }
    // alerts of the service are labelled by its name, those of objectives by its ref
    for (const [service, severity, receiver] of [
      [name, 'critical', `${name}-pager`],
      [entityRef, 'page', `${name}-pager`],
      [name, 'warning', `${name}-chat`],
      [entityRef, 'ticket', `${name}-chat`],
      [name, 'info', `${name}-mail`],
      [`${name}-other`, 'critical', 'nobody'],
    ]) {
      const found = await ask(
        'config',
        'routes',
        'test',
        `--config.file=${FILE}`,
        `service=${service}`,
        `severity=${severity}`,
      );
      if (found !== receiver) {
        faults.push(`${FILE}: ${severity} of ${service} goes to ${found}`);
      }
    }
    const isPaged = read(FILE).includes('pagerduty_configs');
    return isPaged === (alerts.pagerdutyService !== '')
      ? faults
      : [...faults, `${FILE}: whether PagerDuty is called is not as answered`];
  },
};
