import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readPrometheusConfig } from './readPrometheusConfig';

const read = (data: object) =>
  readPrometheusConfig({
    name: 'main',
    config: new ConfigReader(data as JsonObject),
  });

const baseUrl = 'http://prometheus:9090';

describe('readPrometheusConfig', () => {
  it('has sensible defaults', () => {
    expect(read({ baseUrl })).toEqual({
      baseUrl,
      headers: {},
      timeoutSeconds: 30,
      scrapeSeconds: 60,
      enforcedMatchers: {},
      recordedRules: 'auto',
      parameters: {},
    });
  });

  it('reads everything', () => {
    expect(
      read({
        baseUrl: 'https://mimir.example.com/prometheus/',
        auth: { type: 'bearer', token: 'secret' },
        headers: { 'X-Scope-OrgID': 'shop' },
        timeout: { seconds: 10 },
        scrapeInterval: '15s',
        enforcedMatchers: { tenant: 'shop' },
        recordedRules: 'off',
        thanos: { maxSourceResolution: '5m' },
      }),
    ).toEqual({
      baseUrl: 'https://mimir.example.com/prometheus',
      headers: { 'X-Scope-OrgID': 'shop', authorization: 'Bearer secret' },
      timeoutSeconds: 10,
      scrapeSeconds: 15,
      enforcedMatchers: { tenant: 'shop' },
      recordedRules: 'off',
      parameters: {
        dedup: 'true',
        partial_response: 'false',
        max_source_resolution: '5m',
      },
    });
    expect(
      read({ baseUrl, thanos: { dedup: false, partialResponse: true } })
        .parameters,
    ).toEqual({
      dedup: 'false',
      partial_response: 'true',
      max_source_resolution: '0s',
    });
    expect(
      read({
        baseUrl,
        auth: { type: 'basic', username: 'me', password: 'pass' },
      }).headers,
    ).toEqual({ authorization: 'Basic bWU6cGFzcw==' });
  });

  it.each([
    [{ recordedRules: 'on' }, 'slo.sources.main.recordedRules is "on"'],
    [{ recordedRules: true }, 'is true; write auto or off'],
    [
      { thanos: { maxSourceResolution: '10m' } },
      'slo.sources.main.thanos.maxSourceResolution is "10m"; write 0s or 5m or 1h or auto',
    ],
  ])('refuses %j with the words that it knows', (data, message) => {
    expect(() => read({ baseUrl, ...data })).toThrow(message);
  });

  it('takes times up to their bounds', () => {
    expect(
      read({ baseUrl, timeout: '120s', scrapeInterval: '5m' }),
    ).toMatchObject({ timeoutSeconds: 120, scrapeSeconds: 300 });
    expect(
      read({ baseUrl, timeout: '1s', scrapeInterval: '1s' }),
    ).toMatchObject({ timeoutSeconds: 1, scrapeSeconds: 1 });
  });

  it.each([
    ['http://prometheus:9090/', 'http://prometheus:9090'],
    ['http://prometheus:9090/api/v1', 'http://prometheus:9090'],
    ['http://prometheus:9090/api/v1/', 'http://prometheus:9090'],
    ['http://h/select/0/prometheus//', 'http://h/select/0/prometheus'],
  ])('takes %s for %s', (text, expected) => {
    expect(read({ baseUrl: text }).baseUrl).toBe(expected);
  });

  it.each([
    [{}, "Missing required config value at 'baseUrl'"],
    [{ baseUrl: 'prometheus:9090' }, 'slo.sources.main.baseUrl is no http'],
    [{ baseUrl: 'file:///etc/passwd' }, 'slo.sources.main.baseUrl is no http'],
    [{ baseUrl: 'http://u:p@h' }, 'move them to slo.sources.main.auth'],
    [{ baseUrl: 'http://h/?tenant=x' }, 'baseUrl has a query or fragment'],
    [
      { baseUrl, auth: { type: 'digest' } },
      'slo.sources.main.auth.type is digest',
    ],
    [{ baseUrl, auth: { type: 'basic', username: 'me' } }, 'auth.password'],
    [{ baseUrl, auth: { type: 'bearer' } }, 'auth.token'],
    [{ baseUrl, headers: { 'a b': 'c' } }, 'headers.a b must be the name'],
    [{ baseUrl, headers: { a: 5 } }, 'headers.a must be the name of a header'],
    [{ baseUrl, enforcedMatchers: { 'a-b': 'c' } }, 'enforcedMatchers.a-b'],
    [{ baseUrl, enforcedMatchers: { a: '' } }, 'text that is not empty'],
    [{ baseUrl, timeout: '10m' }, 'timeout must be a whole number of seconds'],
    [{ baseUrl, timeout: '0s' }, 'from 1s to 120s'],
    [{ baseUrl, timeout: '121s' }, 'from 1s to 120s'],
    [{ baseUrl, scrapeInterval: '301s' }, 'from 1s to 300s'],
    [{ baseUrl, scrapeInterval: '1500ms' }, 'scrapeInterval must be'],
  ])('refuses %j', (data, message) => {
    expect(() => read(data)).toThrow(message);
  });
});
