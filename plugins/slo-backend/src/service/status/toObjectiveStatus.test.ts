import { objectiveDefinition } from '../../database/__testUtils__/insertObjectives';
import { statusPayload } from '../../__testUtils__/statusPayload';
import { toObjectiveStatus } from './toObjectiveStatus';

describe('toObjectiveStatus', () => {
  it.each([
    [{ method: 'occurrences' as const }, undefined],
    [
      {
        method: 'timeslices' as const,
        sliceSeconds: 3_600,
        sliceTarget: 0.9,
      },
      3_600,
    ],
  ])('tells how long the slices of %j are', (budgeting, sliceSeconds) => {
    const definition = objectiveDefinition({ budgeting });
    const status = toObjectiveStatus({
      row: {
        id: 1,
        ref: definition.ref,
        objective: definition.objective,
        entity_ref: definition.entityRef,
        display_name: definition.displayName,
        indicator_kind: 'ratio',
        source: definition.source,
        definition: JSON.stringify(definition),
        faults: '[]',
        notices: '[]',
        origin: null,
        payload: JSON.stringify(statusPayload({}, 0)),
        evaluated_at: 0,
      },
      service: { owners: [] },
      demo: false,
    });
    expect(status).toMatchObject({ budgeting: budgeting.method });
    expect(status.sliceSeconds).toBe(sliceSeconds);
  });
});
