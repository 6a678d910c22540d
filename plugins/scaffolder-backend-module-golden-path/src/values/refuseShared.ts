import { InputError } from '@backstage/errors';
import { isAlias, type Node } from 'yaml';

/**
 * What has an anchor or is an alias stands for other places too: a change of
 * one would be a change of all.
 *
 * @throws InputError that names the anchor
 */
export function refuseShared(options: { node: Node; at: string }): void {
  const { node, at } = options;
  if (isAlias(node)) {
    throw new InputError(
      `${at} is the alias *${node.source}, so it is shared with other places; write the value out here first`,
    );
  }
  const { anchor } = node as { anchor?: string };
  if (anchor) {
    throw new InputError(
      `${at} is part of the anchor &${anchor}, whose every use would change; take the anchor away first`,
    );
  }
  if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
    throw new InputError(
      `${at} has the tag ${node.tag}, which Helm does not read; write it without`,
    );
  }
}
