import { say, step, type WiringCheck } from './WiringCheck';

/** Whether Prometheus has loaded what watches the objectives, and runs it. */
export const rulesCheck: WiringCheck = async ({ reads }) => {
  const { sources, rules, expected } = await reads.loadedRules();
  const steps = [step('open-rules-guide')];
  const failed = sources.find(({ state }) => state === 'failed');
  if (failed) {
    const { name, reason = '' } = failed;
    return {
      state: 'unknown',
      sentences: [say('rules-source-failed', { source: name, reason })],
    };
  }
  const mute = sources.find(({ state }) => state === 'not-offered');
  if (mute) {
    return {
      state: 'not-configured',
      sentences: [say('rules-not-offered', { source: mute.name })],
    };
  }
  if (sources.length === 0 || expected === 0) {
    return {
      state: 'missing',
      sentences: [say('rules-none-needed')],
      steps: [step('open-objectives')],
    };
  }
  const missing = rules.filter(({ loaded }) => !loaded);
  if (missing.length) {
    return {
      state: 'missing',
      sentences: [
        say('rules-missing', {
          count: missing.length,
          of: expected,
          first: missing.at(0)?.name ?? '',
        }),
      ],
      steps,
    };
  }
  const failing = rules.filter(({ health }) => health === 'err');
  if (failing.length) {
    const [{ name, error = '' }] = failing;
    return {
      state: 'missing',
      sentences: [
        say('rules-failing', { count: failing.length, first: name, error }),
      ],
      steps,
    };
  }
  const idle = rules.filter(({ evaluatedAt }) => !evaluatedAt);
  if (idle.length) {
    return {
      state: 'waiting',
      sentences: [say('rules-not-evaluated', { count: idle.length })],
    };
  }
  const evaluatedAt = rules.map(rule => rule.evaluatedAt ?? '').sort()[0];
  const names = sources.map(({ name }) => name).join(', ');
  return {
    state: 'done',
    sentences: [
      say('rules-loaded', { count: rules.length, source: names, evaluatedAt }),
    ],
  };
};
