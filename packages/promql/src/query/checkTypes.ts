import { InputError } from '@backstage/errors';
import type { SyntaxNode } from '@lezer/common';
import { checkPattern } from '../text/checkPattern';
import { FUNCTIONS, type ValueType } from './functionTypes';
import { childrenOf, parsePromql, textOf } from './parsePromql';
import { readSelector } from './Selector';

const NAMES: Record<ValueType, string> = {
  scalar: 'a plain number',
  vector: 'current values of series',
  matrix: 'a range of samples',
  string: 'a text',
};

const MENDS: Record<ValueType, string> = {
  scalar: 'write vector(...) around it, or select series',
  vector: 'select series',
  matrix: 'write a function around it: rate(x[{{.window}}])',
  string: 'select series',
};

const ARITHMETIC = new Set('+ - * / % ^ atan2'.split(' '));
const COMPARISONS = new Set('== != > < >= <='.split(' '));
const SET_OPERATORS = new Set(['and', 'or', 'unless']);

/** The parameter that an aggregation takes before what it aggregates. */
const PARAMETERS: Record<string, ValueType> = {
  topk: 'scalar',
  bottomk: 'scalar',
  quantile: 'scalar',
  count_values: 'string',
};
const AGGREGATIONS = new Set(
  `sum avg min max count group stddev stdvar ${Object.keys(PARAMETERS).join(
    ' ',
  )}`.split(' '),
);

class TypeChecker {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  typeOf(node: SyntaxNode): ValueType {
    switch (node.name) {
      case 'NumberDurationLiteral':
        return 'scalar';
      case 'StringLiteral':
        return 'string';
      case 'ParenExpr':
        return this.typeOf(node.firstChild!);
      case 'VectorSelector':
        return this.#selector(node);
      case 'MatrixSelector':
        this.#expect(node.firstChild!, 'vector');
        return 'matrix';
      case 'UnaryExpr':
        return this.#unary(node);
      case 'FunctionCall':
        return this.#call(node);
      case 'AggregateExpr':
        return this.#aggregation(node);
      case 'BinaryExpr':
        return this.#binary(node);
      default:
        throw this.#unknown(node);
    }
  }

  #selector(node: SyntaxNode): ValueType {
    readSelector(this.#text, node).matchers.forEach(({ operator, value }) => {
      if (operator === '=~' || operator === '!~') {
        checkPattern(value);
      }
    });
    return 'vector';
  }

  #unary(node: SyntaxNode): ValueType {
    const operand = node.lastChild!;
    const type = this.typeOf(operand);
    if (type !== 'vector' && type !== 'scalar') {
      throw this.#wrong(operand, type, 'vector');
    }
    return type;
  }

  #call(node: SyntaxNode): ValueType {
    const [identifier, body] = childrenOf(node);
    const name = textOf(this.#text, identifier);
    const signature = FUNCTIONS.get(name);
    if (!signature) {
      throw new InputError(
        `${name} is not known to every Prometheus, and one that does not know it refuses all rules; write the query without it`,
      );
    }
    const given = childrenOf(body);
    const { takes, optional = 0, repeated, gives } = signature;
    const most = repeated ? Infinity : takes.length;
    if (given.length < takes.length - optional || given.length > most) {
      throw new InputError(
        `${name} has ${given.length} arguments and takes ${
          takes.length - optional
        }${optional || repeated ? ' or more' : ''}: ${name}(${takes
          .map(type => NAMES[type])
          .join(', ')})`,
      );
    }
    given.forEach((argument, index) =>
      this.#expect(argument, takes[index] ?? repeated!),
    );
    return gives;
  }

  #aggregation(node: SyntaxNode): ValueType {
    const children = childrenOf(node);
    const name = textOf(this.#text, children[0]).toLowerCase();
    if (!AGGREGATIONS.has(name)) {
      throw this.#unknown(node);
    }
    const body = children.find(child => child.name === 'FunctionCallBody')!;
    const takes: ValueType[] = [
      ...(name in PARAMETERS ? [PARAMETERS[name]] : []),
      'vector',
    ];
    const given = childrenOf(body);
    if (given.length !== takes.length) {
      throw new InputError(
        `${name} has ${given.length} arguments and takes ${
          takes.length
        }: ${name}(${takes.map(type => NAMES[type]).join(', ')})`,
      );
    }
    given.forEach((argument, index) => this.#expect(argument, takes[index]));
    return 'vector';
  }

  #binary(node: SyntaxNode): ValueType {
    const left = node.firstChild!;
    const right = node.lastChild!;
    const sides = [left, right].map(side => {
      const type = this.typeOf(side);
      if (type !== 'vector' && type !== 'scalar') {
        throw this.#wrong(side, type, 'vector');
      }
      return type;
    });
    const operator = textOf(this.#text, left.nextSibling!).toLowerCase();
    const isComparison = COMPARISONS.has(operator);
    const isSet = SET_OPERATORS.has(operator);
    if (
      node.getChild('FillModifier') ||
      !(isComparison || isSet || ARITHMETIC.has(operator))
    ) {
      throw this.#unknown(node);
    }
    const bool = node.getChild('BoolModifier');
    const matching = node.getChild('MatchingModifierClause');
    const hasScalar = sides.includes('scalar');
    if (bool && !isComparison) {
      throw new InputError(
        `bool stands behind ${operator}, and only comparisons take it; remove it`,
      );
    }
    if (isSet && hasScalar) {
      throw new InputError(
        `${operator} joins ${NAMES.scalar}, and takes series alone; write vector(...) around it`,
      );
    }
    if (matching) {
      this.#checkMatching(matching, { hasScalar, isSet });
    }
    if (hasScalar && !sides.includes('vector')) {
      if (isComparison && !bool) {
        throw new InputError(
          `${operator} compares two plain numbers; write ${operator} bool`,
        );
      }
      return 'scalar';
    }
    return 'vector';
  }

  #checkMatching(
    matching: SyntaxNode,
    { hasScalar, isSet }: { hasScalar: boolean; isSet: boolean },
  ): void {
    const [labels, included] = matching
      .getChildren('GroupingLabels')
      .map(node => childrenOf(node).map(label => textOf(this.#text, label)));
    if (hasScalar) {
      throw new InputError(
        'on or ignoring stands beside a plain number; remove it',
      );
    }
    const isGrouped =
      matching.getChild('GroupLeft') ?? matching.getChild('GroupRight');
    if (isSet && isGrouped) {
      throw new InputError(
        'group_left and group_right do not go with and, or and unless; remove it',
      );
    }
    const both =
      matching.getChild('On') &&
      included?.find(label => labels.includes(label));
    if (both) {
      throw new InputError(
        `The label ${both} stands in on and in the group; leave it out of the group`,
      );
    }
  }

  #expect(node: SyntaxNode, expected: ValueType): void {
    const type = this.typeOf(node);
    if (type !== expected) {
      throw this.#wrong(node, type, expected);
    }
  }

  #wrong(node: SyntaxNode, type: ValueType, expected: ValueType): InputError {
    return new InputError(
      `\`${textOf(this.#text, node).slice(0, 80)}\` is ${NAMES[type]} where ${
        NAMES[expected]
      } must stand`,
    );
  }

  #unknown(node: SyntaxNode): InputError {
    return new InputError(
      `\`${textOf(this.#text, node).slice(
        0,
        80,
      )}\` is not known to every Prometheus, and one that does not know it refuses all rules; write the query without it`,
    );
  }
}

/**
 * Checks what the grammar does not: types, arguments and regular expressions.
 * Prometheus refuses a whole rule file for one expression that is wrong in
 * these, and all alerts with it; so what not every Prometheus surely takes is
 * refused.
 *
 * @param query - of a document; its answer must be current values of series
 * @throws InputError with the mend
 */
export function checkTypes(query: string): void {
  const { text, root } = parsePromql(query);
  const type = new TypeChecker(text).typeOf(root);
  if (type !== 'vector') {
    throw new InputError(
      `The query answers ${NAMES[type]}, and a rule needs ${NAMES.vector}; ${MENDS[type]}`,
    );
  }
}
