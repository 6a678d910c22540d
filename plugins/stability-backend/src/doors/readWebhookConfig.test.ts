import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { openDoors } from './openDoors';
import { readBasicUsers, readWebhookConfig } from './readWebhookConfig';

const SECRET = 'sixteen-letters!';

const webhooks = (github: unknown) =>
  new ConfigReader({ stability: { webhooks: { github: github as never } } });

describe('readWebhookConfig', () => {
  it('reads several secrets, and none where a variable is not set', () => {
    expect(
      readWebhookConfig(
        webhooks({ secrets: [SECRET, '', null, ' '] }),
        'github',
      ).secrets,
    ).toEqual([SECRET]);
    expect(
      readWebhookConfig(webhooks({ secrets: SECRET }), 'github').secrets,
    ).toEqual([SECRET]);
    expect(readWebhookConfig(webhooks({}), 'github').secrets).toEqual([]);
    expect(readWebhookConfig(new ConfigReader({}), 'github').secrets).toEqual(
      [],
    );
  });

  it('refuses a secret that can be guessed, and says how to make one', () => {
    expect(() =>
      readWebhookConfig(webhooks({ secrets: [SECRET.slice(1)] }), 'github'),
    ).toThrow(
      'stability.webhooks.github.secrets has a secret of fewer than 16 ' +
        "characters: make one with 'openssl rand -hex 32'",
    );
    const basic = [{ username: 'alertmanager', password: 'short' }];
    expect(() =>
      readBasicUsers(readWebhookConfig(webhooks({ basic }), 'github')),
    ).toThrow('stability.webhooks.github.basic has a secret');
  });
});

describe('secrets of the demo', () => {
  const published = 'demo-jenkins-is-no-secret';
  const doorsOf = (demo: boolean | undefined, secrets: string[]) => {
    const logger = mockServices.logger.mock();
    const doors = openDoors({
      config: new ConfigReader({
        stability: { demo, webhooks: { jenkins: { secrets } } },
      }),
      logger,
    });
    const guard = doors.find(
      ({ sender }) => sender.source === 'jenkins',
    )?.guard;
    return {
      warnings: logger.warn.mock.calls.flat(),
      admits: (secret: string) =>
        guard?.admits({ authorization: `Bearer ${secret}` }),
    };
  };

  it('open a door of the demo alone', () => {
    expect(doorsOf(true, [published]).admits(published)).toBe(true);
    for (const demo of [false, undefined]) {
      const { admits, warnings } = doorsOf(demo, [published]);
      expect(admits(published)).toBeUndefined();
      expect(warnings).toEqual([
        expect.stringContaining(
          'stability.webhooks.jenkins.secrets has a secret of the demo',
        ),
      ]);
    }
  });

  it('leave the others beside them good', () => {
    const { admits } = doorsOf(false, [published, SECRET]);
    expect(admits(published)).toBe(false);
    expect(admits(SECRET)).toBe(true);
    expect(doorsOf(false, [SECRET]).warnings).toEqual([]);
  });
});

describe('openDoors', () => {
  it('closes what has no secret', () => {
    const open = (config: object) =>
      openDoors({
        config: new ConfigReader({ stability: { webhooks: config as never } }),
      })
        .filter(({ guard }) => guard)
        .map(({ sender }) => sender.source);

    expect(open({})).toEqual([]);
    expect(open({ github: { secrets: [] } })).toEqual([]);
    expect(open({ jenkins: { secrets: [SECRET] } })).toEqual(['jenkins']);
    expect(
      open({
        alertmanager: { basic: [{ username: 'alerts', password: SECRET }] },
      }),
    ).toEqual(['alertmanager']);
  });

  it('reads what the readers need to know', () => {
    const config = new ConfigReader({
      stability: {
        webhooks: {
          github: {
            workflows: [{ workflow: 'Deploy', environment: 'production' }],
          },
          alertmanager: { severities: ['P1'], incidentLabels: ['team'] },
        },
      },
    });

    expect(() => openDoors({ config })).not.toThrow();
    expect(() =>
      openDoors({ config: webhooks({ workflows: [{ workflow: 'Deploy' }] }) }),
    ).toThrow('environment');
  });
});
