import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  componentEntityV1alpha1Validator,
  type Entity,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import { plannedService } from '@plimsoll/plugin-golden-path-common/testUtils';
import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { createRenderer } from '../__testUtils__/createRenderer';

const BASE = resolve(
  __dirname,
  '../../../../templates/golden-path/layers/base',
);

/** As the template does it, for texts that the plan would refuse as well. */
function render(file: string, texts: object): string {
  const renderer = createRenderer();
  const service = { ...plannedService({ stack: 'fastapi' }), ...texts };
  return renderer.render(
    readFileSync(`${BASE}/${file}.njk`, 'utf8'),
    renderer.prepareContext({
      values: { service: JSON.parse(JSON.stringify(service)) },
    }),
  );
}

async function componentOf(texts: object): Promise<Entity> {
  const [component] = parseAllDocuments(render('catalog-info.yaml', texts)).map(
    document => {
      expect(document.errors).toEqual([]);
      return document.toJS() as Entity;
    },
  );
  await new SchemaValidEntityPolicy().enforce(component);
  expect(await componentEntityV1alpha1Validator.check(component)).toBe(true);
  return component;
}

describe('texts that people type, in files that programs read', () => {
  it.each([
    `"quoted" and 'quoted'`,
    'key: value, [list], {map}',
    'before # after',
    '${{ values.service.name }} and {{ .Values.name }}',
    '{% if x %} {# y #} <% z %>',
    'emoji 🎁 and \u2028 line, \u00a0 space',
    '--- ... !tag &anchor *alias | > % @ `',
    '"\n  namespace: other\nkind: Group',
    '\\u0022 \\',
    '- yes',
  ])('%j is that text in the catalog', async description => {
    const component = await componentOf({ description, title: description });
    expect(component.metadata).toMatchObject({
      name: 'gift-cards',
      title: description,
      description,
    });
    expect(component.metadata.namespace).toBeUndefined();
    expect(component.kind).toBe('Component');
    const site = parse(
      render('mkdocs.yml', { description, title: description }),
    );
    expect(site).toMatchObject({
      site_name: description,
      site_description: description,
    });
    for (const name of [
      'service',
      'objectives',
      'infrastructure',
      'releases',
    ]) {
      const board = JSON.parse(
        render(`dashboards/${name}.json`, { title: description }),
      );
      expect(board.title.startsWith(`${description}: `)).toBe(true);
    }
  });

  it('property: any text is that text', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 140 });
    await fc.assert(
      fc.asyncProperty(text, async typed => {
        // halves of surrogate pairs, which no file can hold, are replaced
        const description = Buffer.from(typed).toString();
        const component = await componentOf({ description });
        expect(component.metadata.description).toBe(description);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps markup of others out of the pages', () => {
    const description = '<img src=x onerror=alert(1)> & more';
    for (const page of ['README.md', 'docs/index.md']) {
      const text = render(page, { description });
      expect(text).not.toContain('<img');
      expect(text).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; more');
    }
  });
});
