import { parseAst, type Plugin } from 'vite';

/** A node of the syntax tree, as far as it matters here. */
interface Node {
  type: string;
  start: number;
  end: number;
  tag?: { name?: string };
  quasi?: { quasis: Node[] };
}

/**
 * Takes the white space that is there for its readers alone out of the `css` and `html` templates, which
 * minifiers leave as they are.
 */
export const squeezeTemplates = (outputs: readonly string[]): Plugin => ({
  name: 'squeeze-templates',
  applyToEnvironment: ({ name }) => outputs.includes(name),
  transform: {
    filter: { id: /\/src\/element\/.*\.ts$/ },
    handler: (code) => ({ code: squeeze(code), map: null }),
  },
});

function squeeze(code: string): string {
  let squeezed = '';
  let position = 0;
  for (const { start, end, language } of texts(parseAst(code) as unknown as Node)) {
    const text = code.slice(start, end);
    squeezed += code.slice(position, start) + (language === 'css' ? squeezeCss(text) : squeezeHtml(text));
    position = end;
  }
  return squeezed + code.slice(position);
}

/** The written texts of all templates, in the order of the file. */
function texts(root: Node): { start: number; end: number; language: string }[] {
  const found: { start: number; end: number; language: string }[] = [];
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    const { type, tag, quasi } = value as Node;
    if (type === 'TaggedTemplateExpression' && /^(css|html)$/.test(tag?.name ?? ''))
      for (const { start, end } of quasi!.quasis) found.push({ start, end, language: tag!.name! });
    Object.values(value).forEach(visit);
  };
  visit(root);
  return found.sort((a, b) => a.start - b.start);
}

/** Strings stay; a space stays where it may join selectors or the parts of a value. */
export const squeezeCss = (text: string): string =>
  text
    .replace(/('[^']*'|"[^"]*")|\/\*[^]*?\*\/|\s+/g, (_, string: string) => string ?? ' ')
    .replace(/('[^']*'|"[^"]*")| *([{};,]) *|([:(]) +| +(?=\))/g, '$1$2$3')
    .replace(/('[^']*'|"[^"]*")|(?<![\d.])0(?=\.\d)| (?=!important)/g, '$1')
    .replaceAll(';}', '}')
    .trim();

/** A run of white space counts as one space in HTML; where a line ends beside a tag or a value, it parts nothing. */
export const squeezeHtml = (text: string): string =>
  text
    .replace(/(^|>)\s*\n\s*(?=<|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/ (?=>)/g, '');
