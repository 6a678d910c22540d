import { findingsOf } from '../__testUtils__/findingsOf';
import { ruleCheck } from './ruleCheck';

const RIGHT = `groups:
  - name: a
    rules:
      - record: job:requests:rate5m
        expr: sum by (job) (rate(requests_total[5m] offset 5m))
      - alert: Errors
        expr: sum(rate(requests_total{code=~"5.."}[5m])) > 5
        for: 1m30s
        labels: { severity: critical }
        annotations:
          summary: '{{ $value }} requests fail'
          runbook_url: https://runbooks.example
`;

const find = (text: string) => findingsOf(ruleCheck, { 'alerts.yaml': text });

describe('ruleCheck', () => {
  it('finds nothing in rules that Prometheus loads', async () => {
    expect(await find(RIGHT)).toEqual([]);
  });

  it.each([
    ['{code=~"5.."}[5m])) > 5', '{code=~"5.."}[5m]) > 5', 'Errors: The query'],
    [
      '{code=~"5.."}[5m]',
      '{code=~"5.."}',
      'Errors: `requests_total{code=~"5.."}` is current values',
    ],
    [
      'sum(rate(requests_total{code',
      'sum(mad_over_time(requests_total{code',
      'mad_over_time is not known',
    ],
    [
      'requests_total[5m] offset',
      'requests_total[5m offset',
      'job:requests:rate5m: The query',
    ],
    ['severity: critical', 'severity: high', 'its severity is high'],
    ['severity: critical', 'team: a', 'its severity is undefined'],
    ['for: 1m30s', 'for: 90', 'for is no duration: 90'],
    [
      '          runbook_url: https://runbooks.example\n',
      '',
      'has no runbook_url',
    ],
    ["summary: '{{ $value }} requests fail'", "other: ''", 'has no summary'],
    ['{{ $value }}', '{{ $value', 'the braces of summary do not close'],
    [
      'record: job:requests:rate5m',
      'record: job-requests',
      'is no name of a metric',
    ],
    ['        expr: sum(rate', '        x: sum(rate', 'Errors: has no expr'],
    [
      '- alert: Errors',
      '- alert: Errors\n        record: errors',
      'either an alert or a record',
    ],
    ['- name: a', '- label: a', 'a group without a name'],
    [
      '- name: a',
      '- name: a\n    rules: []\n  - name: a',
      'two groups of the name a',
    ],
  ])('says what is wrong with %j -> %j', async (from, to, message) => {
    expect(await find(RIGHT.replace(from, to))).toContainEqual(
      expect.stringMatching(
        new RegExp(`^error alerts.yaml .*${escaped(message)}`),
      ),
    );
  });

  it('refuses what is no list of groups', async () => {
    expect(await find('groups: all\n')).toEqual([
      'error alerts.yaml groups is no list',
    ]);
    expect(await find('groups:\n  - name: a\n    rules: []\n')).toEqual([
      'error alerts.yaml its group a has no rules',
    ]);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
