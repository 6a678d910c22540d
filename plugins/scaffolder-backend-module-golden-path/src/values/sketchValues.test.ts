import { changeValues } from './changeValues';
import { sketchValues } from './sketchValues';

const changes = [
  { path: 'resources.requests.cpu', yaml: '212m', now: '500m' },
  { path: 'resources.requests.memory', yaml: '200Mi' },
  { path: 'tolerations', yaml: '[{ key: spot }]', now: '[]' },
  { path: String.raw`labels.a\.b`, yaml: 'x', now: '"1"' },
];

describe('sketchValues', () => {
  it('holds what is to be changed as it is, for the change to start from', () => {
    const source = sketchValues({ changes, note: 'As metrics\nknow it' });
    expect(source).toBe(
      [
        '# As metrics know it',
        'resources:',
        '  requests:',
        '    cpu: 500m',
        '    memory:',
        'tolerations: []',
        'labels:',
        '  a.b: "1"',
        '',
      ].join('\n'),
    );
    expect(
      changeValues({ source, file: 'values.yaml', changes }).changed,
    ).toEqual(changes.map(({ path }) => path));
  });

  it('refuses a path within what another calls a plain value', () => {
    expect(() =>
      sketchValues({
        changes: [
          { path: 'a', yaml: '1', now: '2' },
          { path: 'a.b', yaml: '1' },
        ],
        note: '',
      }),
    ).toThrow("'a.b' lies in what another path says is a plain value");
  });

  it('takes no name for what every object has', () => {
    expect(
      sketchValues({
        changes: [{ path: 'constructor.name', yaml: 'b', now: 'a' }],
        note: 'x',
      }),
    ).toBe('# x\nconstructor:\n  name: a\n');
  });
});
