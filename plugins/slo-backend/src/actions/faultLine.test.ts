import { faultLine } from './faultLine';

describe('faultLine', () => {
  it('tells a warning from a fault', () => {
    const fault = { path: 'spec.service', message: 'names nothing' };
    expect(faultLine(fault)).toBe('spec.service names nothing');
    expect(faultLine({ ...fault, severity: 'warning' })).toBe(
      'warning: spec.service names nothing',
    );
  });
});
