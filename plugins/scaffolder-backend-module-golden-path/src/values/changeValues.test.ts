import { changeValues } from './changeValues';
import { ValuesReader } from './ValuesReader';

const FILE = 'deploy/values.yaml';

const VALUES = `# ShopKart's checkout
image: &image   # kept by the release
  repository: "registry.example/checkout"
  tag: '2.33.0'
sidecar: { image: *image }

resources:
    requests: # what the scheduler keeps free
        cpu:   500m   # was 1 in spring
        memory: "512Mi"
    limits: { cpu: 1, memory: 1Gi }
autoscaling:
    enabled: true
    targetCPUUtilizationPercentage: 70
nodeSelector: {}
tolerations: []   # none yet
affinity:
podLabels:
  app: checkout
  # the last one
env:
- name: MODE
  value: fast
command: |
  run
  --fast
shared:
  <<: *image
`;

const change = (
  changes: Array<[path: string, yaml: string]>,
  source = VALUES,
) =>
  changeValues({
    source,
    file: FILE,
    changes: changes.map(([path, yaml]) => ({ path, yaml })),
  });

/** Lines that are other than before, `-` and `+`. */
function changedLines(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter(line => !now.includes(line)).map(line => `-${line}`),
    ...now.filter(line => !old.includes(line)).map(line => `+${line}`),
  ];
}

describe('changeValues', () => {
  it.each<[path: string, yaml: string, lines: string[]]>([
    [
      'resources.requests.cpu',
      '212m',
      [
        '-        cpu:   500m   # was 1 in spring',
        '+        cpu:   212m   # was 1 in spring',
      ],
    ],
    [
      'resources.requests.memory',
      '128Mi',
      ['-        memory: "512Mi"', '+        memory: "128Mi"'],
    ],
    [
      'resources.limits.cpu',
      '500m',
      [
        '-    limits: { cpu: 1, memory: 1Gi }',
        '+    limits: { cpu: 500m, memory: 1Gi }',
      ],
    ],
    [
      'autoscaling.targetCPUUtilizationPercentage',
      '80',
      [
        '-    targetCPUUtilizationPercentage: 70',
        '+    targetCPUUtilizationPercentage: 80',
      ],
    ],
    [
      'nodeSelector',
      '{ karpenter.sh/capacity-type: spot }',
      [
        '-nodeSelector: {}',
        '+nodeSelector:',
        '+  karpenter.sh/capacity-type: spot',
      ],
    ],
    [
      'tolerations',
      '[{ key: spot, operator: Exists }]',
      [
        '-tolerations: []   # none yet',
        '+tolerations:',
        '+  - key: spot',
        '+    operator: Exists   # none yet',
      ],
    ],
    ['affinity', '{ zone: a }', ['+  zone: a']],
    ['podLabels', '{ app: checkout, team: pay }', ['+  team: pay']],
    ['podLabels', '{ app: shop }', ['-  app: checkout', '+  app: shop']],
    [
      'resources.limits',
      '{ ephemeral-storage: 1Gi }',
      [
        '-    limits: { cpu: 1, memory: 1Gi }',
        '+    limits: { cpu: 1, memory: 1Gi, ephemeral-storage: 1Gi }',
      ],
    ],
    [
      'env',
      '[{ name: MODE, value: fast }, { name: X, value: "1" }]',
      ['+- name: X', '+  value: "1"'],
    ],
  ])('changes %s to %s and no other line', (path, yaml, lines) => {
    const { text, changed } = change([[path, yaml]]);
    expect(changed).toEqual([path]);
    expect(changedLines(VALUES, text)).toEqual(lines);
    expect(change([[path, yaml]], text)).toEqual({ text, changed: [] });
  });

  it('makes several changes, and says which of them were none', () => {
    const { text, changed } = change([
      ['resources.requests.cpu', '500m'],
      ['resources.requests.memory', '256Mi'],
      ['podLabels', '{ a.b/c: d }'],
      [String.raw`podLabels.a\.b/c`, 'e'],
    ]);
    expect(changed).toEqual([
      'resources.requests.memory',
      'podLabels',
      String.raw`podLabels.a\.b/c`,
    ]);
    expect(text).toContain('  app: checkout\n  a.b/c: e\n  # the last one\n');
  });

  it('keeps line breaks of Windows, a byte order mark and a missing last one', () => {
    const source = '\uFEFFa:\r\n  b: 1 # x\r\nc: {}\r\nd:\r\n  e: f';
    const { text } = change(
      [
        ['a.b', '2'],
        ['c', '{ x: y }'],
        ['d', '{ g: h }'],
      ],
      source,
    );
    expect(text).toBe(
      '\uFEFFa:\r\n  b: 2 # x\r\nc:\r\n  x: y\r\nd:\r\n  e: f\r\n  g: h',
    );
  });

  it('adds behind a text of several lines', () => {
    expect(
      change([['a', '{ c: d }']], 'a:\n  b: |\n    x\n    y\ne: f\n').text,
    ).toBe('a:\n  b: |\n    x\n    y\n  c: d\ne: f\n');
  });

  it.each<[path: string, yaml: string, message: string]>([
    [
      'resources.requests.gpu',
      '1',
      "'resources.requests.gpu' is not there: 'resources.requests' has cpu, memory; write it into the file first",
    ],
    ['replicas', '1', 'is not there: the file has image, sidecar,'],
    [
      'resources.requests.cpu.milli',
      '1',
      "'resources.requests.cpu' is no mapping",
    ],
    ['sidecar.image.tag', '3.0.0', 'is the alias *image'],
    ['image.tag', '3.0.0', 'is part of the anchor &image'],
    ['shared.tag', '3.0.0', 'has all of *image, which is shared'],
    ['env[0].value', 'slow', 'names an entry of a list (env[0])'],
    ['env.0', 'slow', "'env' is no mapping"],
    ['env', '{ MODE: slow }', 'is a list, and would become a mapping'],
    ['resources.requests', '[a]', 'is a mapping, and would become a list'],
    ['resources.requests', '1', 'is a mapping, not the number 1'],
    [
      'autoscaling.enabled',
      '"yes"',
      'is the boolean true, and would become the text "yes"',
    ],
    [
      'autoscaling.targetCPUUtilizationPercentage',
      'high',
      'is the number 70, and would become the text "high"',
    ],
    ['command', 'run', 'is a text of several lines'],
    ['resources..cpu', '1', 'has an empty name'],
    ['autoscaling.enabled', '~', 'would become nothing'],
    ['autoscaling.enabled', '{ a', 'cannot be read as YAML'],
    [
      'resources.requests',
      '{ cpu: { a: b } }',
      '(cpu) is a plain value, and would become a mapping',
    ],
  ])('refuses %s: %s', (path, yaml, message) => {
    expect(() => change([[path, yaml]])).toThrow(message);
    expect(() => change([[path, yaml]])).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });

  it.each<[source: string, message: string]>([
    ['- a\n- b\n', 'must be one mapping'],
    ['', 'must be one mapping'],
    ['just a text\n', 'must be one mapping'],
    ['a: 1\n---\na: 2\n', 'is 2 documents'],
    ['a: 1\na: 2\n', 'is no YAML, mend it first: Map keys must be unique'],
    ['a: [1\n', 'is no YAML, mend it first'],
    ['a: !secret 1\n', 'has the tag !secret'],
    ['a: &x 1\nb: *x\n', 'is part of the anchor &x'],
    ['b: &x 1\na: *x\n', 'is the alias *x'],
    [`a: 1\n#${'x'.repeat(200_001)}`, 'at most 200000 are read'],
  ])('refuses the file %j', (source, message) => {
    expect(() => change([['a', '2']], source)).toThrow(message);
    expect(() => change([['a', '2']], source)).toThrow(FILE);
  });

  describe('of what somebody made large', () => {
    const numbers = (count: number, from = 0) =>
      JSON.stringify(Array.from({ length: count }, (_, index) => from + index));

    it('reads a file once for all entries that are added, not for each', () => {
      const read = jest.spyOn(ValuesReader.prototype, 'read');
      const { text } = change(
        [
          ['a', numbers(100)],
          ['b', '{ c: 1, d: { e: [f], g: 2 }, h: 3 }'],
        ],
        'a: [7]\nb:\n  d:\n    g: 1\n',
      );
      expect(text).toMatch(/^a: \[ ?7, 0, 1, .*, 98, 99 ?\]\n/);
      expect(text.slice(text.indexOf('b:'))).toBe(
        'b:\n  d:\n    g: 2\n    e:\n      - f\n  c: 1\n  h: 3\n',
      );
      expect(read.mock.calls.length).toBeLessThanOrEqual(5);
      read.mockRestore();
    });

    it.each<[what: string, changes: Array<[string, string]>, message: string]>([
      [
        'a long list',
        [['b', numbers(1_000)]],
        'more than 200 values are to change; change fewer at once',
      ],
      [
        'many changes',
        Array.from({ length: 50 }, (_, index) => ['b', numbers(2, index * 2)]),
        'is too large for so many changes; change fewer values at once',
      ],
    ])('refuses %s within seconds', (_, changes, message) => {
      const source = `a:\n${'  - 1000000\n'.repeat(16_000)}b: []\n`;
      const begun = performance.now();
      expect(() => change(changes, source)).toThrow(`${FILE}: `);
      expect(() => change(changes, source)).toThrow(message);
      // some seconds here: a machine twenty times slower passes
      expect(performance.now() - begun).toBeLessThan(120_000);
    });
  });
});
