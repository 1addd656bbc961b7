import type { Page } from 'playwright';
import { openEditor } from './browser-editor.ts';
import { programs, type Program } from './program.ts';

/** What the editors leave in the page, as far as it is used here. */
interface Globals {
  tinymce: {
    init(options: object): Promise<Array<{ setContent(html: string): void; getContent(): string }>>;
  };
  CKEDITOR: Record<string, unknown> & {
    ClassicEditor: {
      create(place: Element, options: object): Promise<{ setData(html: string): void; getData(): string }>;
    };
  };
  Quill: new (
    place: string,
    options: object,
  ) => { clipboard: { dangerouslyPasteHTML(html: string): void }; getSemanticHTML(): string };
  Jodit: { make(place: string): { value: string } };
  SUNEDITOR: {
    create(place: string, options: object): { $: { html: { set(html: string): void; get(): string } } };
  };
  made: { saved(html: string): string };
}

const AREA = '<textarea id="area"></textarea>';
const BOX = '<div id="area"></div>';

/** What TinyMCE saves of a text that was put into its source view. */
const tinymce = (settings: object) => async (snippet: string, page: Page) => {
  await openEditor(page, ['tinymce/tinymce.min.js'], AREA);
  return page.evaluate(
    async ([content, options]) => {
      const { tinymce } = globalThis as unknown as Globals;
      const [editor] = await tinymce.init({
        selector: '#area',
        license_key: 'gpl',
        plugins: 'code lists link',
        convert_urls: false,
        ...options,
      });
      editor!.setContent(content);
      return editor!.getContent();
    },
    [snippet, settings] as const,
  );
};

/** What CKEditor saves of data that was put into it. */
const ckeditor =
  (plugins: readonly string[], htmlSupport?: object) => async (snippet: string, page: Page) => {
    await openEditor(page, ['ckeditor5/dist/browser/ckeditor5.umd.js'], BOX);
    return page.evaluate(
      async ([content, names, support]) => {
        const { CKEDITOR } = globalThis as unknown as Globals;
        // A pattern does not survive the way into the page.
        const allow = support && [{ name: /.*/, attributes: true, classes: true, styles: true }];
        const editor = await CKEDITOR.ClassicEditor.create(document.querySelector('#area')!, {
          licenseKey: 'GPL',
          plugins: names.map((name) => CKEDITOR[name]),
          ...(allow && { htmlSupport: { allow } }),
        });
        editor.setData(content);
        return editor.getData();
      },
      [
        snippet,
        ['Essentials', 'Paragraph', 'Bold', 'Italic', 'Link', 'List', ...plugins],
        htmlSupport,
      ] as const,
    );
  };

const quill = async (snippet: string, page: Page) => {
  await openEditor(page, ['quill/dist/quill.js'], BOX);
  return page.evaluate((content) => {
    const { Quill } = globalThis as unknown as Globals;
    const editor = new Quill('#area', { theme: 'snow' });
    editor.clipboard.dangerouslyPasteHTML(content);
    return editor.getSemanticHTML();
  }, snippet);
};

const bundled = (entry: string) => async (snippet: string, page: Page) => {
  await openEditor(page, [`bundled/${entry}`], BOX);
  return page.evaluate((content) => (globalThis as unknown as Globals).made.saved(content), snippet);
};

const trix = async (snippet: string, page: Page) => {
  await openEditor(
    page,
    ['trix/dist/trix.umd.min.js'],
    '<input id="value" type="hidden"><trix-editor input="value"></trix-editor>',
  );
  return page.evaluate((content) => {
    const element = document.querySelector('trix-editor') as HTMLElement & {
      editor: { loadHTML(html: string): void };
    };
    element.editor.loadHTML(content);
    return document.querySelector<HTMLInputElement>('#value')!.value;
  }, snippet);
};

const jodit = async (snippet: string, page: Page) => {
  await openEditor(page, ['jodit/es2021/jodit.min.js'], AREA);
  return page.evaluate((content) => {
    const { Jodit } = globalThis as unknown as Globals;
    const editor = Jodit.make('#area');
    editor.value = content;
    return editor.value;
  }, snippet);
};

const suneditor = async (snippet: string, page: Page) => {
  await openEditor(page, ['suneditor/dist/suneditor.min.js'], AREA);
  return page.evaluate((content) => {
    const { SUNEDITOR } = globalThis as unknown as Globals;
    const { $: made } = SUNEDITOR.create('#area', {});
    made.html.set(content);
    return made.html.get();
  }, snippet);
};

/** Editors that people write in, run in Chromium. */
export const EDITORS: readonly Program[] = programs(
  ['module', 'iframe'],
  [
    ['TinyMCE', '', tinymce({})],
    ['TinyMCE', "`valid_elements: '*[*]'`", tinymce({ valid_elements: '*[*]' })],
    [
      'TinyMCE',
      "`custom_elements: 'limio-offers'`",
      tinymce({ custom_elements: 'limio-offers', extended_valid_elements: 'limio-offers[*]' }),
    ],
    ['CKEditor 5', '', ckeditor([])],
    [
      'CKEditor 5',
      '`GeneralHtmlSupport`, all allowed',
      ckeditor(['GeneralHtmlSupport', 'SourceEditing'], {}),
    ],
    ['Quill', '', quill],
    ['Tiptap', '`StarterKit`', bundled('tiptap.ts')],
    ['Lexical', '', bundled('lexical.ts')],
    ['Trix', '', trix],
    ['Jodit', '', jodit],
    ['SunEditor', '', suneditor],
  ],
);
