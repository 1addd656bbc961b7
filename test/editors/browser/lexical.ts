import { $generateHtmlFromNodes, $generateNodesFromDOM } from '@lexical/html';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { $getRoot, $insertNodes, createEditor } from 'lexical';

/** What an editor with the usual nodes saves of a text that was put into it. */
export function saved(content: string): string {
  const editor = createEditor({ nodes: [LinkNode, ListNode, ListItemNode, HeadingNode, QuoteNode] });
  let html = '';
  editor.update(
    () => {
      const parsed = new DOMParser().parseFromString(content, 'text/html');
      $getRoot().select();
      $insertNodes($generateNodesFromDOM(editor, parsed));
    },
    { discrete: true },
  );
  editor.read(() => (html = $generateHtmlFromNodes(editor)));
  return html;
}
