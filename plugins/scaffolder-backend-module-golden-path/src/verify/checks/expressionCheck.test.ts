import { findingsOf } from '../__testUtils__/findingsOf';
import { expressionCheck } from './expressionCheck';

const find = (path: string, text: string) =>
  findingsOf(expressionCheck, { [path]: text });

describe('expressionCheck', () => {
  it.each([
    ['README.md', '# ${{ values.service.title }}'],
    ['src/app.py', 'name = ${{values.service.name | dump}}'],
    ['chart/templates/a.yaml', 'name: ${{ parameters.name }}'],
    ['.gitlab-ci.yml', '{% if values.service.chaos %}'],
    ['ci/a.sh', 'x={%- endif %}'],
  ])('finds in %s what was not rendered: %s', async (path, text) => {
    expect(await find(path, `a\n${text}\n`)).toEqual([
      expect.stringMatching(/:2 was not rendered: /),
    ]);
  });

  it.each([
    ['.github/workflows/a.yaml', 'run: echo ${{ }}', 'an expression without'],
    ['values.yaml', 'name: [object Object]', 'an object where text'],
    ['compose.yaml', 'PORT: undefined', 'a value that was not there'],
    ['.env', 'PORT=undefined', 'a value that was not there'],
    ['Dockerfile', 'FROM node:24@sha256:', 'a digest that is not there'],
  ])('finds in %s what was emptied: %s', async (path, text, message) => {
    expect(await find(path, text)).toEqual([
      expect.stringContaining(`${path}:1 holds ${message}`),
    ]);
  });

  it('finds keys that lost their value, where none may', async () => {
    const workflow = 'on:\n  push:\njobs:\n  a:\n    env:\n      TOKEN:\n';
    expect(await find('.github/workflows/a.yaml', workflow)).toEqual([
      'error .github/workflows/a.yaml jobs.a.env.TOKEN has no value: an expression was emptied',
    ]);
    expect(await find('compose.yaml', 'volumes:\n  data:\n')).toEqual([]);
  });

  it('finds names of files that were not rendered', async () => {
    expect(await find('src/${{ values.x }}/a.py', '')).toHaveLength(1);
    expect(await find('README.md.njk', '')).toHaveLength(1);
  });

  it.each([
    ['.github/workflows/a.yaml', 'run: echo ${{ github.sha }}'],
    ['chart/templates/a.yaml', 'name: {{ .Values.name }}'],
    ['chart/alerts/a.yaml', 'summary: "{{ $value }}"'],
    ['src/tracing.ts', 'const a: string | undefined = undefined'],
    ['policies/a.rego', 'regex.match(`@sha256:[a-f0-9]{64}$`, image)'],
    ['ci/a.sh', 'curl --write-out %{http_code}'],
    ['docs/index.md', 'values of ${{ env.PORT }}'],
  ])('leaves in %s what is the language of others: %s', async (path, text) => {
    expect(await find(path, text)).toEqual([]);
  });
});
