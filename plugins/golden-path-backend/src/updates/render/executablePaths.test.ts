import { executablePaths } from './executablePaths';

it('finds what can be run by the layer that wrote it', () => {
  const file = (path: string, isExecutable = true) => ({
    path,
    isExecutable,
    sha256: '',
  });
  const isExecutable = executablePaths({
    files: [
      file('base/ci/run.sh'),
      file('base/ci/make.sh.njk'),
      file('base/ci/lib.sh', false),
      file("base/${{ 'chaos' if values.a else '' }}/drill/clean.sh"),
      file('chart/test.sh'),
      file('unused/x.sh'),
    ],
    steps: [
      { action: 'fetch:template', input: { url: './layers/base' } },
      {
        action: 'fetch:template',
        input: { url: './layers/chart', targetPath: './chart' },
      },
      { action: 'goldenpath:lock' },
    ],
  });
  const paths = [
    'ci/run.sh',
    'ci/make.sh',
    'ci/lib.sh',
    'chaos/drill/clean.sh',
    'chart/test.sh',
    'test.sh',
    'x.sh',
    'deep/ci/run.sh',
  ];
  expect(paths.filter(isExecutable)).toEqual([
    'ci/run.sh',
    'ci/make.sh',
    'chaos/drill/clean.sh',
    'chart/test.sh',
  ]);
});
