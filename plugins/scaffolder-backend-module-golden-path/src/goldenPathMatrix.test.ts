import { matrix } from './__testUtils__/matrix';
import {
  type RenderedService,
  renderService,
} from './__testUtils__/renderService';
import { validators } from './__testUtils__/validators';

describe('the matrix of all options', () => {
  it('has at least 40 renderings', () => {
    expect(matrix.length).toBeGreaterThanOrEqual(40);
  });

  describe.each(matrix.map(({ label, options }) => [label, options] as const))(
    '%s',
    (_, options) => {
      let service: RenderedService;
      beforeAll(async () => {
        service = await renderService(options);
      });

      for (const { name, missing, validate } of validators) {
        const reason = missing?.();
        (reason ? it.skip : it)(
          reason ? `${name}: not here, ${reason}` : name,
          async () => {
            expect(await validate(service)).toEqual([]);
          },
        );
      }
    },
  );
});
