import type { BoundExpressionContext, QueryContext } from '@apexdevtools/apex-parser';
import type { Position } from '../../diagnostics.ts';

export interface QueryText {
  /** The query with `:b0`, `:b1` for its bind expressions. */
  readonly text: string;
  readonly binds: readonly BoundExpressionContext[];
  /** Where in the file an offset of the text is. */
  positionAt(offset: number): Position;
}

interface TreeNode {
  readonly children?: readonly TreeNode[] | null;
}

/** Takes the text of a query out of its file. */
export function queryText(tree: QueryContext, source: string): QueryText {
  // The parser counts characters, not UTF-16 units.
  const characters = Array.from(source);
  const binds = findBinds(tree as TreeNode);
  const pieces: { readonly offset: number; readonly sourceStart: number }[] = [];
  let text = '';
  let start = tree.start.start;
  const take = (end: number): void => {
    pieces.push({ offset: text.length, sourceStart: start });
    text += characters.slice(start, end).join('');
  };
  for (const [index, bind] of binds.entries()) {
    take(bind.start.start);
    text += `:b${index}`;
    start = (bind.stop?.stop ?? bind.start.stop) + 1;
  }
  take((tree.stop?.stop ?? tree.start.stop) + 1);
  return {
    text,
    binds,
    positionAt(offset) {
      const piece = pieces.findLast((candidate) => candidate.offset <= offset) ?? pieces[0]!;
      const lines = characters
        .slice(0, piece.sourceStart + offset - piece.offset)
        .join('')
        .split('\n');
      return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    },
  };
}

function findBinds(node: TreeNode): BoundExpressionContext[] {
  if (node.constructor.name === 'BoundExpressionContext') return [node as unknown as BoundExpressionContext];
  return (node.children ?? []).flatMap(findBinds);
}
