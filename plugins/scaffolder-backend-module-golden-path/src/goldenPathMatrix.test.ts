import { leaveOut } from './__testUtils__/leaveOut';
import { matrix } from './__testUtils__/matrix';
import {
  type RenderedService,
  renderService,
} from './__testUtils__/renderService';
import { validators } from './__testUtils__/validators';

const here = validators.filter(({ name: what, missing }) => {
  const reason = missing?.();
  if (reason) {
    leaveOut({ what, reason });
  }
  return !reason;
});

describe('the matrix of all options', () => {
  it('has at least 40 renderings', () => {
    expect(matrix.length).toBeGreaterThanOrEqual(40);
  });

  describe.each(matrix.map(({ label, options }) => [label, options] as const))(
    '%s',
    (_, options) => {
      const rendered: { service?: RenderedService } = {};
      beforeAll(async () => {
        rendered.service = await renderService(options);
      });

      it.each(here)('$name', async ({ validate }) => {
        expect(await validate(rendered.service!)).toEqual([]);
      });
    },
  );
});
