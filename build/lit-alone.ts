import type { Plugin } from 'vite';

/** What is left out of each file of Lit, and what stands there instead. */
const LEFT_OUT: ReadonlyArray<[file: string, what: RegExp, instead: string]> = [
  // Where a browser cannot adopt style sheets, `define.ts` registers nothing, so that nobody has to ask.
  [
    'reactive-element/css-tag.js',
    /=\w+\.ShadowRoot&&\(void 0===\w+\.ShadyCSS\|\|\w+\.ShadyCSS\.nativeShadow\)&&"adoptedStyleSheets"in Document\.prototype&&"replace"in CSSStyleSheet\.prototype/,
    '=true',
  ],
  // What is said to authors of styles and templates: the build has read all of ours.
  ['reactive-element/css-tag.js', /if\(this\._\$cssResult\$=!0,.*?\);(?=this)/, ''],
  ['reactive-element/css-tag.js', /\(\w+=>\{if\(!0===\w+\._\$cssResult\$\).*?\}\)\((\w+)\)/, '$1.cssText'],
  ['lit-html/lit-html.js', /if\(!\w+\(\w+\)\|\|!\w+\.hasOwnProperty\("raw"\)\)throw Error\(".*?"\);/, ''],
  // One style sheet for each place in the sources where styles are made: ours are made once each.
  [
    'reactive-element/css-tag.js',
    /get styleSheet\(\)\{.*?\}(?=toString)/,
    'get styleSheet(){this.o||(this.o=new CSSStyleSheet).replaceSync(this.cssText);return this.o}',
  ],
  // What decorators leave, which we do not use: a global, and a symbol that the language may bring one day.
  [
    'reactive-element/reactive-element.js',
    /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap/,
    '0',
  ],
  ['reactive-element/reactive-element.js', /const (\w+)=this\[Symbol\.metadata\];.*?\}(?=this\._\$Eh=)/, ''],
  // What a page with a Lit of its own would have to do with ours: it is patched, or said to be there twice.
  ['reactive-element/reactive-element.js', /\w+\.reactiveElementPolyfillSupport/, 'void 0'],
  [
    'reactive-element/reactive-element.js',
    /\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
    '0',
  ],
  ['lit-html/lit-html.js', /\w+\.litHtmlPolyfillSupport/, 'void 0'],
  ['lit-html/lit-html.js', /\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  ['lit-element/lit-element.js', /\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/, '0'],
  ['lit-element/lit-element.js', /\w+\.litElementPolyfillSupport/, 'void 0'],
  ['lit-element/lit-element.js', /\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  // Attributes that are written when their properties change: ours are only read.
  ['reactive-element/reactive-element.js', /_\$ET\(\w+,\w+\)\{.*?\}\}(?=_\$AK)/, ''],
  ['reactive-element/reactive-element.js', /this\._\$Eq&&=.*?\)\),/, ''],
  // What decorators run for each element, and controllers that act before an update, or go before their element does.
  ['reactive-element/reactive-element.js', /removeController\(\w+\)\{.*?\}/, ''],
  ['reactive-element/reactive-element.js', /this\._\$EO\?\.forEach\(\w=>\w\.hostUpdate\?\.\(\)\),/, ''],
  ['reactive-element/reactive-element.js', /static addInitializer\(.*?\}(?=static)/, ''],
  ['reactive-element/reactive-element.js', /,void 0!==\w+\.l&&\(this\.l=\[\.\.\.\w+\.l\]\)/, ''],
  ['reactive-element/reactive-element.js', /,this\.constructor\.l\?\.forEach\(\w+=>\w+\(this\)\)/, ''],
  // Names that another minifier would change, and an empty script for attributes that are written.
  ['reactive-element/reactive-element.js', /\w+\("(elementProperties|finalized|properties)"\)/g, '"$1"'],
  ['reactive-element/reactive-element.js', /,\w+=\w+\.trustedTypes,\w+=\w+\?\w+\.emptyScript:""/, ''],
  // Kinds of properties: ours are in a table, have a name each, an attribute or none, and accessors of Lit.
  ['reactive-element/reactive-element.js', /if\(\w+\.state&&\(\w+\.attribute=!1\),/, ''],
  ['reactive-element/reactive-element.js', /,!\w+\.noAccessor\)/, ';'],
  ['reactive-element/reactive-element.js', /(?<=\[\.\.\.\w+\(\w+\)),\.\.\.\w+\(\w+\)(?=\];for)/, ''],
  ['reactive-element/reactive-element.js', /getOwnPropertySymbols:\w+,/, ''],
  [
    'reactive-element/reactive-element.js',
    /\{attribute:!0,type:String,converter:\w+,reflect:!1,useDefault:!1,hasChanged:\w+\}/,
    '{}',
  ],
  // Kinds of attributes: ours are text, or there or not.
  [
    'reactive-element/reactive-element.js',
    /(?<=[,\w]=\{)toAttribute\(.*?return \w+\}(?=\})/,
    'fromAttribute:(text,type)=>type===Boolean?text!==null:text??""',
  ],
  [
    'reactive-element/reactive-element.js',
    /"function"==typeof (\w+)\.converter\?.*?:(?=\w+;this\._\$Em)/,
    '',
  ],
  // Updates that wait for something, or for which somebody else does, and one that has failed: `ElementBase` lets no error out.
  [
    'reactive-element/reactive-element.js',
    /try\{(await this\._\$ES)\}.*?=(this\.scheduleUpdate\(\);return ).*?,(?=!)/,
    '$1;$2',
  ],
  ['reactive-element/reactive-element.js', /return this\.getUpdateComplete\(\)\}getUpdateComplete\(\)\{/, ''],
  // Nor is one written while another is.
  [
    'reactive-element/reactive-element.js',
    /&&this\._\$Em!==\w+(?=\)\{)|this\._\$Em=\w+;|,this\._\$Em=null/g,
    '',
  ],
  // Properties for which a class has accessors of its own: ours has none.
  ['reactive-element/reactive-element.js', /,this\.prototype\.hasOwnProperty.*?\.wrapped=!0\)/, ''],
  ['reactive-element/reactive-element.js', /getOwnPropertyDescriptor:\w+,/, ''],
  [
    'reactive-element/reactive-element.js',
    /const\{get:\w+,set:\w+\}=.*?return (this\[\w+\]).*?this\.requestUpdate\(.*?\)(?=\},)/,
    'return{get(){return $1},set(value){if(Object.is($1,value))return;$1=value;this.requestUpdate()',
  ],
  // What each property was before: everything is read anew, and an attribute that goes leaves the empty value.
  ['reactive-element/reactive-element.js', /(?<=requestUpdate\()\w+,.*?this\.C\(\w+,\w+,\w+\)\}(?=!1)/, '){'],
  ['reactive-element/reactive-element.js', /C\(\w+,\w+,\{useDefault.*?\}(?=async _\$EP)/, ''],
  [
    'reactive-element/reactive-element.js',
    /const (\w+)=(\w+\.fromAttribute\(.*?\));(this\[\w+\]=)\1.*?\1(?=\})/,
    '$3$2',
  ],
  ['reactive-element/reactive-element.js', /,this\._\$AL=new Map|this\._\$AL=new Map,/g, ''],
  ['reactive-element/reactive-element.js', /const \w+=this\._\$AL;/, ''],
  [
    'reactive-element/reactive-element.js',
    /\b(shouldUpdate|willUpdate|update|updated|firstUpdated|_\$AE)\(\w\)/g,
    '$1()',
  ],
  [
    'reactive-element/reactive-element.js',
    /const \w+=this\.constructor\.elementProperties;if\(\w+\.size>0\)for.*?\}(?=\}let )/,
    '',
  ],
  // Root and styles: `ElementBase` makes the one and adds the others.
  ['reactive-element/reactive-element.js', /createRenderRoot\(\)\{.*?\}(?=connectedCallback)/, ''],
  ['reactive-element/reactive-element.js', /this\.finalizeStyles\((this\.styles)\)/, '$1'],
  ['reactive-element/reactive-element.js', /static finalizeStyles\(.*?\}(?=static)/, ''],
  ['lit-element/lit-element.js', /createRenderRoot\(\)\{.*?\}(?=update)/, ''],
  // Directives, and what tells them that the element has left the page: our templates hold none.
  [
    'lit-html/lit-html.js',
    /(?<=function \w+\(\w+,(\w+),\w+=\w+,\w+\)\{)if\(\1===.*?(?=\}class)/,
    'return $1',
  ],
  ['lit-html/lit-html.js', /(\w)=\w\(this,\1,\w(,0)?\),/g, ''],
  ['lit-html/lit-html.js', /\w\(this,(\w|\w\[\w\+\w\]),\w,\w\)/g, '$1'],
  ['lit-html/lit-html.js', /(?<=[,{])this\.type=\d,/g, ''],
  ['lit-html/lit-html.js', /constructor\(\)\{super\(\.\.\.arguments\),this\.type=\d\}/g, ''],
  ['lit-html/lit-html.js', /constructor\([\w,]+\)\{super\([\w,]+\),this\.type=\d\}/, ''],
  ['lit-html/lit-html.js', /this\._\$AP\?\.\(!1,!0,\w+\)/, ''],
  ['lit-html/lit-html.js', /get (_\$AU|startNode|endNode|tagName)\(\)\{return.*?\}/g, ''],
  ['lit-html/lit-html.js', /get parentNode\(\)\{return this\._\$AM\.parentNode\}/, ''],
  ['lit-html/lit-html.js', /get parentNode\(\)\{let .*?\.parentNode\),\w\}/, ''],
  ['lit-html/lit-html.js', /this\._\$AN=void 0,/g, ''],
  ['lit-html/lit-html.js', /,this\._\$Cv=\w+\?\.isConnected\?\?!0/, ''],
  [
    'lit-element/lit-element.js',
    /this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/,
    '',
  ],
  ['lit-html/lit-html.js', /setConnected\(\w+\)\{.*?\}(?=\}class)/, ''],
  ['lit-element/lit-element.js', /connectedCallback\(\)\{.*?setConnected\(!1\)\}/, ''],
  ['lit-element/lit-element.js', /,this\._\$Do=void 0|this\._\$Do=/g, ''],
  // What tells a page that this is an element of Lit.
  ['lit-element/lit-element.js', /\w+\._\$litElement\$=!0,/, ''],
  // What leaves a binding as it is, and what is drawn where an element draws nothing of its own: ours all do.
  ['lit-html/lit-html.js', /(?<=!==this\._\$AH)&&\w+!==\w+(?=[,&])/g, ''],
  ['lit-html/lit-html.js', /\w+===\w+&&\(\w+=this\._\$AH\[\w+\]\),/, ''],
  ['lit-html/lit-html.js', /if\(\((\w+)=(.*?)\)===\w+\)return;/, '$1=$2;'],
  ['lit-element/lit-element.js', /render\(\)\{return \w+\}/, ''],
  // Templates for another document than the one they are drawn in, and nodes of a page that patches them.
  ['lit-html/lit-html.js', /\(\w\?\.creationScope\?\?(\w)\)/, '$1'],
  ['lit-html/lit-html.js', /\b\w\((\w)\)(?=\.nextSibling;)/, '$1'],
  ['lit-html/lit-html.js', /(?<=;)\w\((\w)\)(?=\.remove\(\))/, '$1'],
  // Bindings in a `<style>` or `<textarea>`: our templates hold none.
  ['lit-html/lit-html.js', /\w+\.test\((\w+)\[2\]\)&&\(\w+=RegExp\("<\/"\+\1\[2\],"g"\)\),/, ''],
  ['lit-html/lit-html.js', /if\(\w+\.test\(\w+\.tagName\)\)\{.*?\}(?=\}else if\(8)/, ''],
  // Bindings to an element as such, and comments: our templates hold none.
  ['lit-html/lit-html.js', /"!--"===\w\[1\]\?\w=\w:/, ''],
  ['lit-html/lit-html.js', /(?<=:)\w===\w\|\|(?=\w===\w\?\w=\w:\(\w=\w,\w=void 0\))/, ''],
  ['lit-html/lit-html.js', /void 0!==(\w)&&\((?=void 0!==\1\.strings)(.*?\]\))\)(?=,)/, '$2'],
  ['lit-html/lit-html.js', /1===(\w)\.type\?(\w=new \1\.ctor\(.*?\)):.*?(?=,this\._\$AV)/, '$2'],
  ['lit-html/lit-html.js', /else \w+\.startsWith\(\w+\)&&\(.*?\)\)/, ''],
  ['lit-html/lit-html.js', /else\{let \w+=-1;for\(.*?\.length-1\}/, ''],
  // Listeners with options, or that are objects: ours are functions.
  ['lit-html/lit-html.js', /\|\|\w+\.capture!==\w+\.capture\|\|.*?\.passive!==\w+\.passive/, ''],
  ['lit-html/lit-html.js', /"function"==typeof this\._\$AH\?(.*?\)):this\._\$AH\.handleEvent\(\w+\)/, '$1'],
  // Templates that a build has compiled: ours are read by the browser.
  ['lit-html/lit-html.js', /"number"==typeof \w+\?(this\._\$AC\(\w+\)):\(void 0===.*?,\w+\)(?=;if)/, '$1'],
  // Templates of SVG and MathML alone: ours are of HTML.
  ['lit-html/lit-html.js', /2===(\w+)\?"<svg>":3===\1\?"<math>":""/, '""'],
  ['lit-html/lit-html.js', /\+\(2===\w+\?"<\/svg>":3===\w+\?"<\/math>":""\)/, ''],
  ['lit-html/lit-html.js', /2===\w+\|\|3===\w+\)\{.*?childNodes\)\}/, '0);'],
];

/**
 * Makes Lit a part of our scripts alone: without what it does for browsers that never get there and for elements
 * unlike ours, without what it says to authors, and without what it and another Lit on the page would have to do with
 * each other.
 *
 * The package for bundlers imports Lit as it is.
 *
 * @param outputs names of the environments.
 */
export const litAlone = (outputs: readonly string[]): Plugin => ({
  name: 'lit-alone',
  applyToEnvironment: ({ name }) => outputs.includes(name),
  transform(code, id) {
    const rows = LEFT_OUT.filter(([file]) => id.endsWith(`/${file}`));
    if (!rows.length) return undefined;
    const leaveOut = (text: string, [file, what, instead]: (typeof rows)[number]): string => {
      if (text.search(what) < 0) this.error(`Lit has changed: ${file} holds nothing like ${what}.`);
      return text.replace(what, instead);
    };
    return { code: rows.reduce(leaveOut, code), map: null };
  },
});
