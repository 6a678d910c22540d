import { findingsOf } from '../__testUtils__/findingsOf';
import { manifestCheck } from './manifestCheck';

const RIGHT = `apiVersion: batch/v1
kind: CronJob
metadata:
  name: restore-drill
  labels: { tier: '2' }
spec:
  schedule: '0 5 1 */3 *'
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: drill, image: 'drill:1' }]
`;
const find = (text: string, path = 'chaos/drill.yaml') =>
  findingsOf(manifestCheck, { [path]: text });

describe('manifestCheck', () => {
  it('finds nothing in an object that a cluster takes', async () => {
    expect(await find(RIGHT)).toEqual([]);
  });

  it.each([
    ["schedule: '0 5 1 */3 *'", 'schedule: 5', /schedule/],
    ['restartPolicy: Never', 'restartPolicy: [Never]', /restartPolicy/],
    ['name: restore-drill', 'name: Restore_Drill', /its metadata.name is none/],
    ['name: restore-drill', 'x: 1', /its metadata.name is none/],
    ["tier: '2'", 'tier: 2', /its label tier has a value/],
    ["tier: '2'", "tier: 'a b'", /its label tier has a value/],
  ])('says what is wrong with %j -> %j', async (from, to, message) => {
    const found = await find(RIGHT.replace(from, to));
    expect(found).toEqual(
      expect.arrayContaining([expect.stringMatching(message)]),
    );
    expect(found[0]).toMatch(/^error chaos\/drill\.yaml CronJob /);
  });

  it('finds one object twice, and not in two namespaces', async () => {
    const other = RIGHT.replace(
      'name: restore-drill',
      'name: restore-drill\n  namespace: a',
    );
    expect(await find(`${RIGHT}---\n${RIGHT}`)).toEqual([
      'error chaos/drill.yaml CronJob restore-drill: stands in chaos/drill.yaml too',
    ]);
    expect(await find(`${RIGHT}---\n${other}`)).toEqual([]);
  });

  it('knows no custom resource but its name, and leaves other documents alone', async () => {
    const application =
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a }\nspec: 1\n';
    expect(await find(application)).toEqual([]);
    expect(await find(application.replace('name: a', 'name: A'))).toHaveLength(
      1,
    );
    expect(
      await find(
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: A_B }\n',
      ),
    ).toEqual([]);
    expect(
      await find(RIGHT.replace('schedule', 'x'), 'chart/templates/a.yaml'),
    ).toEqual([]);
  });

  it('loads no module that a document names by a path', async () => {
    const hostile =
      'apiVersion: ../../../etc/v1\nkind: Passwd\nmetadata: { name: a }\n';
    expect(await find(hostile)).toEqual([]);
  });
});
