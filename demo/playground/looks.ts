/** What the style sheet of a page may set, by custom properties without `--limio-`. */
export type Style = Readonly<
  Partial<Record<'radius' | 'gap' | 'font' | 'surface' | 'text' | 'size', string>>
>;

/** A look to begin with: the attributes and the style it sets, and nothing else. */
export interface Look {
  name: string;
  theme: string;
  accent: string;
  style: Style;
}

/** Looks to choose from. */
export const LOOKS: Readonly<Record<string, Look>> = {
  plain: { name: 'Plain', theme: '', accent: '', style: {} },
  soft: {
    name: 'Soft',
    theme: 'light',
    accent: '#7a3e9d',
    style: { radius: '24px', gap: '28px', surface: '#fbf6fd' },
  },
  sharp: {
    name: 'Sharp',
    theme: 'light',
    accent: '#111111',
    style: { radius: '0px', gap: '16px', font: "Georgia, 'Times New Roman', serif" },
  },
  night: {
    name: 'Night',
    theme: 'dark',
    accent: '#ffc53d',
    style: { radius: '10px', surface: '#161a22' },
  },
};

/** Fonts to choose from: they are on every machine, so that nothing is loaded. */
export const FONTS: ReadonlyArray<readonly [value: string, name: string]> = [
  ['', 'Like the page'],
  ['system-ui, sans-serif', 'Sans serif'],
  ["Georgia, 'Times New Roman', serif", 'Serif'],
  ["'Avenir Next', Avenir, Montserrat, sans-serif", 'Geometric'],
  ['ui-monospace, Consolas, monospace', 'Monospace'],
];

const NAMES = ['radius', 'gap', 'font', 'surface', 'text', 'size'] as const;

/** What may stand in a value: nothing that ends a declaration or a tag. */
const VALUE = /^[\w\s#%.,'()-]{1,200}$/;

/** Reads a style from wherever it was kept; what cannot be a value is left out. */
export const readStyle = (given: Readonly<Record<string, unknown>>): Style =>
  Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = given[name];
      return typeof value === 'string' && VALUE.test(value) ? [[name, value]] : [];
    }),
  );

/** The rule for the page's style sheet; `''` where nothing is set. */
export function styleRule(style: Style): string {
  const lines = Object.entries(style).map(([name, value]) => `  --limio-${name}: ${value};`);
  return lines.length ? `limio-offers {\n${lines.join('\n')}\n}\n` : '';
}
