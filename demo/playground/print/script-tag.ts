import type { Release } from '../release.ts';
import { escapeHtml } from '../../../src/core/escape-html.ts';

/**
 * The script tag, unless a plugin brings the script. With `integrity`, a file that was changed is refused, and the links stay.
 *
 * The space inside keeps XML writers from closing the tag in itself, which in HTML swallows the rest of the page.
 */
export function script({ address, integrity }: Release, file: string): string {
  if (address === undefined) return '';
  const kind = file.endsWith('.classic.js') ? 'defer' : 'type="module"';
  const hash = integrity[file];
  const check = hash ? ` integrity="${escapeHtml(hash)}" crossorigin="anonymous"` : '';
  return `<script ${kind} src="${escapeHtml(address + file)}"${check}> </script>`;
}
