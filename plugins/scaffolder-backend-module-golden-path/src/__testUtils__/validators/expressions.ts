import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { layersOf } from '@plimsoll/plugin-golden-path-common';
import { createRenderer } from '../createRenderer';
import type { RenderedService } from '../renderService';
import type { Validator } from './Validator';

const LAYERS = resolve(
  __dirname,
  '../../../../../templates/golden-path/layers',
);
const EXPRESSION = /\$\{\{[\s\S]*?\}\}/g;
/** Says of itself that it may be empty. */
const MAY_BE_EMPTY =
  /else\s*(''|"")\s*[-)]*\s*\}\}|\{\{-?\s*\(?''\s+if\b|default\((''|"")/;
const OPEN = '\u27e6';
const CLOSE = '\u27e7';

/**
 * Renders every file that is rendered once more, with marks round each
 * expression: what is empty between them, or no text, was a name that is not
 * there. The renderer itself is silent about that.
 */
export const expressions: Validator = {
  name: 'every expression of its templates has a value',
  validate(rendered) {
    const renderer = createRenderer();
    const context = renderer.prepareContext({
      values: { service: JSON.parse(JSON.stringify(rendered.service)) },
    });
    return templateFiles(rendered).flatMap(file => {
      const source = readFileSync(join(LAYERS, file), 'utf8');
      const numbered: string[] = [];
      const marked = source.replace(EXPRESSION, expression => {
        const number = numbered.push(expression) - 1;
        return `${OPEN}${number}:${expression}${CLOSE}`;
      });
      const text = renderer.render(marked, context);
      return [...text.matchAll(/\u27e6(\d+):([^\u27e7]*)\u27e7/g)]
        .filter(
          ([, number, value]) =>
            isNoText(value) ||
            (value.trim() === '' &&
              !MAY_BE_EMPTY.test(numbered[Number(number)])),
        )
        .map(
          ([, number, value]) =>
            `${file}: ${numbered[Number(number)]} gives '${value}'`,
        );
    });
  },
};

function isNoText(value: string): boolean {
  return /\[object Object\]|^(undefined|null|NaN)$/.test(value.trim());
}

function templateFiles({ service }: RenderedService): string[] {
  return layersOf(service)
    .map(layer => join(LAYERS, layer))
    .flatMap(folder =>
      readdirSync(folder, { recursive: true, withFileTypes: true }),
    )
    .filter(entry => entry.isFile() && entry.name.endsWith('.njk'))
    .map(entry => relative(LAYERS, join(entry.parentPath, entry.name)));
}
