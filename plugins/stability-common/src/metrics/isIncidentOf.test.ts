import { isIncidentOf } from './isIncidentOf';

describe('isIncidentOf', () => {
  it.each([
    [{ environment: 'prod-eu', production: true }, 'production', true],
    [{ environment: 'prod-eu', production: true }, undefined, true],
    [{}, 'production', true],
    [{ environment: 'staging', production: false }, 'production', false],
    [{ environment: 'staging', production: false }, undefined, false],
    [{ environment: 'staging', production: false }, 'staging', true],
    [{ environment: 'prod-eu', production: true }, 'prod-us', false],
    [{}, 'staging', false],
  ])('%j belongs to %s: %s', (incident, environment, expected) => {
    expect(isIncidentOf(incident, environment)).toBe(expected);
  });
});
