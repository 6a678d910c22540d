import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { version } from '@plimsoll/rules-cli/package.json';
import {
  describeScripts,
  workshopForEach,
} from '../__testUtils__/describeScripts';
import type { PipelineWorkshop } from '../__testUtils__/pipelineWorkshop';
import type { RenderedService } from '../__testUtils__/renderService';

const COMMAND = join(
  dirname(require.resolve('@plimsoll/rules-cli/package.json')),
  'bin/plimsoll-rules',
);

describeScripts('check-slo.sh', () => {
  let rendered: RenderedService;
  let workshop: PipelineWorkshop;

  workshopForEach((made, service) => {
    workshop = made;
    rendered = service;
    for (const path of ['slo', 'catalog-info.yaml', 'chart']) {
      cpSync(join(rendered.folder, path), join(workshop.folder, path), {
        recursive: true,
      });
    }
    // the command of this repository in place of the published one
    workshop.program('npx', 'shift 2; exec "$NODE" "$COMMAND" "$@"');
  });

  const check = (command = 'check-slo.sh') =>
    workshop.run(command, { NODE: process.execPath, COMMAND });

  it('agrees with the alerts that the service was made with', async () => {
    const { code, stderr, stdout } = await check();

    expect([code, stderr]).toEqual([0, expect.not.stringContaining('ERROR')]);
    expect(stdout).toContain('chart/alerts/slo.yaml is what slo/ says');
    // pinned to the version that made them
    expect(workshop.calls('npx')[0]).toContain(
      `npx --yes @plimsoll/rules-cli@${version} generate slo/ `,
    );
    expect(workshop.calls('npx')[0]).toContain(' --check ');
  });

  it('finds an objective that was changed without its alerts, and renews them', async () => {
    const target = rendered.service.promise.availability.target;
    const text = workshop.read('slo/objectives.yaml');
    const changed = text.replaceAll(target, '0.995');
    expect(changed).not.toBe(text);
    workshop.write('slo/objectives.yaml', changed);

    expect(await check()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("'ci/check-slo.sh --write' renews it"),
    });
    expect(await check('check-slo.sh --write')).toMatchObject({ code: 0 });
    expect(await check()).toMatchObject({ code: 0 });
    expect(workshop.read('chart/alerts/slo.yaml')).toContain('0.995');
  });

  it('stops where an objective cannot work', async () => {
    workshop.write(
      'slo/objectives.yaml',
      workshop
        .read('slo/objectives.yaml')
        .replace(/^(\s*)query: .*$/m, '$1query: sum(rate('),
    );
    const { code, stderr } = await check();

    expect(code).not.toBe(0);
    expect(stderr).toContain('slo/objectives.yaml');
  });
});
