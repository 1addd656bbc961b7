import type { Plugin } from 'vite';

/** The releases that the rows below are written for. */
const RELEASES: Readonly<Record<string, string>> = {
  'reactive-element/reactive-element.js': '2.1.2',
  'lit-html/lit-html.js': '3.3.3',
  'lit-element/lit-element.js': '4.2.2',
};

/** One thing that is left out: its form, what stands there instead, and in how many places, which is one unless told. */
type Row = [what: RegExp, instead: string, places?: number];

/** What is left out of each file of Lit, one after the other. */
const LEFT_OUT: Readonly<Record<string, readonly Row[]>> = {
  'reactive-element/css-tag.js': [
    // Where a browser cannot adopt style sheets, `define.ts` registers nothing, so that nobody has to ask.
    [
      /=\w+\.ShadowRoot&&\(void 0===\w+\.ShadyCSS\|\|\w+\.ShadyCSS\.nativeShadow\)&&"adoptedStyleSheets"in Document\.prototype&&"replace"in CSSStyleSheet\.prototype/,
      '=true',
    ],
    // What is said to authors of styles and templates: the build has read all of ours.
    [/if\(this\._\$cssResult\$=!0,.*?\);(?=this)/, ''],
    [/\(\w+=>\{if\(!0===\w+\._\$cssResult\$\).*?\}\)\((\w+)\)/, '$1.cssText'],
    // One style sheet for each place in the sources where styles are made: ours are made once each.
    [
      /get styleSheet\(\)\{.*?\}(?=toString)/,
      'get styleSheet(){this.o||(this.o=new CSSStyleSheet).replaceSync(this.cssText);return this.o}',
    ],
  ],
  'reactive-element/reactive-element.js': [
    // What decorators leave, which we do not use: a global, and a symbol that the language may bring one day.
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap/, '0'],
    [/const (\w+)=this\[Symbol\.metadata\];.*?\}(?=this\._\$Eh=)/, ''],
    // What a page with a Lit of its own would have to do with ours: it is patched, or said to be there twice.
    [/\w+\.reactiveElementPolyfillSupport/, 'void 0'],
    [/\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
    // Attributes that are written when their properties change: ours are only read.
    [/_\$ET\(\w+,\w+\)\{.*?\}\}(?=_\$AK)/, ''],
    [/this\._\$Eq&&=.*?\)\),/, ''],
    // What decorators run for each element, and controllers that act before an update, or go before their element does.
    [/removeController\(\w+\)\{.*?\}/, ''],
    [/this\._\$EO\?\.forEach\(\w=>\w\.hostUpdate\?\.\(\)\),/, ''],
    [/static addInitializer\(.*?\}(?=static)/, ''],
    [/,void 0!==\w+\.l&&\(this\.l=\[\.\.\.\w+\.l\]\)/, ''],
    [/,this\.constructor\.l\?\.forEach\(\w+=>\w+\(this\)\)/, ''],
    // Names that another minifier would change, and an empty script for attributes that are written.
    [/\w+\("(elementProperties|finalized|properties)"\)/, '"$1"', 5],
    [/,\w+=\w+\.trustedTypes,\w+=\w+\?\w+\.emptyScript:""/, ''],
    // Kinds of properties: ours are in a table, have a name each, an attribute or none, and accessors of Lit.
    [/if\(\w+\.state&&\(\w+\.attribute=!1\),/, ''],
    [/,!\w+\.noAccessor\)/, ';'],
    [/(?<=\[\.\.\.\w+\(\w+\)),\.\.\.\w+\(\w+\)(?=\];for)/, ''],
    [/getOwnPropertySymbols:\w+,/, ''],
    [/\{attribute:!0,type:String,converter:\w+,reflect:!1,useDefault:!1,hasChanged:\w+\}/, '{}'],
    // Kinds of attributes: ours are text, or there or not.
    [
      /(?<=[,\w]=\{)toAttribute\(.*?return \w+\}(?=\})/,
      'fromAttribute:(text,type)=>type===Boolean?text!==null:text??""',
    ],
    [/"function"==typeof (\w+)\.converter\?.*?:(?=\w+;this\._\$Em)/, ''],
    // Updates that wait for something, or for which somebody else does, and one that has failed: `ElementBase` lets no error out.
    [/try\{(await this\._\$ES)\}.*?=(this\.scheduleUpdate\(\);return ).*?,(?=!)/, '$1;$2'],
    [/return this\.getUpdateComplete\(\)\}getUpdateComplete\(\)\{/, ''],
    // Nor is one written while another is.
    [/&&this\._\$Em!==\w+(?=\)\{)|this\._\$Em=\w+;|,this\._\$Em=null/, '', 4],
    // Properties for which a class has accessors of its own: ours has none.
    [/,this\.prototype\.hasOwnProperty.*?\.wrapped=!0\)/, ''],
    [/getOwnPropertyDescriptor:\w+,/, ''],
    [
      /const\{get:\w+,set:\w+\}=.*?return (this\[\w+\]).*?this\.requestUpdate\(.*?\)(?=\},)/,
      'return{get(){return $1},set(value){if(Object.is($1,value))return;$1=value;this.requestUpdate()',
    ],
    // What each property was before: everything is read anew, and an attribute that goes leaves the empty value.
    [/(?<=requestUpdate\()\w+,.*?this\.C\(\w+,\w+,\w+\)\}(?=!1)/, '){'],
    [/C\(\w+,\w+,\{useDefault.*?\}(?=async _\$EP)/, ''],
    [/const (\w+)=(\w+\.fromAttribute\(.*?\));(this\[\w+\]=)\1.*?\1(?=\})/, '$3$2'],
    [/,this\._\$AL=new Map|this\._\$AL=new Map,/, '', 2],
    [/const \w+=this\._\$AL;/, ''],
    [/\b(shouldUpdate|willUpdate|update|updated|firstUpdated|_\$AE)\(\w\)/, '$1()', 12],
    [/const \w+=this\.constructor\.elementProperties;if\(\w+\.size>0\)for.*?\}(?=\}let )/, ''],
    // Root and styles: `ElementBase` makes the one and adds the others.
    [/createRenderRoot\(\)\{.*?\}(?=connectedCallback)/, ''],
    [/this\.finalizeStyles\((this\.styles)\)/, '$1'],
    [/static finalizeStyles\(.*?\}(?=static)/, ''],
  ],
  'lit-html/lit-html.js': [
    // What is said to authors of styles and templates: the build has read all of ours.
    [/if\(!\w+\(\w+\)\|\|!\w+\.hasOwnProperty\("raw"\)\)throw Error\(".*?"\);/, ''],
    // What a page with a Lit of its own would have to do with ours: it is patched, or said to be there twice.
    [/\w+\.litHtmlPolyfillSupport/, 'void 0'],
    [/\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
    // Directives, and what tells them that the element has left the page: our templates hold none.
    [/(?<=function \w+\(\w+,(\w+),\w+=\w+,\w+\)\{)if\(\1===.*?(?=\}class)/, 'return $1'],
    [/(\w)=\w\(this,\1,\w(,0)?\),/, '', 2],
    [/\w\(this,(\w|\w\[\w\+\w\]),\w,\w\)/, '$1', 2],
    [/(?<=[,{])this\.type=\d,/, '', 3],
    [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=\d\}/, '', 2],
    [/constructor\([\w,]+\)\{super\([\w,]+\),this\.type=\d\}/, ''],
    [/this\._\$AP\?\.\(!1,!0,\w+\)/, ''],
    [/get (_\$AU|startNode|endNode|tagName)\(\)\{return.*?\}/, '', 7],
    [/get parentNode\(\)\{return this\._\$AM\.parentNode\}/, ''],
    [/get parentNode\(\)\{let .*?\.parentNode\),\w\}/, ''],
    [/this\._\$AN=void 0,/, '', 4],
    [/,this\._\$Cv=\w+\?\.isConnected\?\?!0/, ''],
    [/setConnected\(\w+\)\{.*?\}(?=\}class)/, ''],
    // What leaves a binding as it is, and what is drawn where an element draws nothing of its own: ours all do.
    [/(?<=!==this\._\$AH)&&\w+!==\w+(?=[,&])/, '', 2],
    [/\w+===\w+&&\(\w+=this\._\$AH\[\w+\]\),/, ''],
    [/if\(\((\w+)=(.*?)\)===\w+\)return;/, '$1=$2;'],
    // Templates for another document than the one they are drawn in, and nodes of a page that patches them.
    [/\(\w\?\.creationScope\?\?(\w)\)/, '$1'],
    [/\b\w\((\w)\)(?=\.nextSibling;)/, '$1'],
    [/(?<=;)\w\((\w)\)(?=\.remove\(\))/, '$1'],
    // Bindings in a `<style>` or `<textarea>`: our templates hold none.
    [/\w+\.test\((\w+)\[2\]\)&&\(\w+=RegExp\("<\/"\+\1\[2\],"g"\)\),/, ''],
    [/if\(\w+\.test\(\w+\.tagName\)\)\{.*?\}(?=\}else if\(8)/, ''],
    // Bindings to an element as such, and comments: our templates hold none.
    [/"!--"===\w\[1\]\?\w=\w:/, ''],
    [/(?<=:)\w===\w\|\|(?=\w===\w\?\w=\w:\(\w=\w,\w=void 0\))/, ''],
    [/void 0!==(\w)&&\((?=void 0!==\1\.strings)(.*?\]\))\)(?=,)/, '$2'],
    [/1===(\w)\.type\?(\w=new \1\.ctor\(.*?\)):.*?(?=,this\._\$AV)/, '$2'],
    [/else \w+\.startsWith\(\w+\)&&\(.*?\)\)/, ''],
    [/else\{let \w+=-1;for\(.*?\.length-1\}/, ''],
    // Listeners with options, or that are objects: ours are functions.
    [/\|\|\w+\.capture!==\w+\.capture\|\|.*?\.passive!==\w+\.passive/, ''],
    [/"function"==typeof this\._\$AH\?(.*?\)):this\._\$AH\.handleEvent\(\w+\)/, '$1'],
    // Templates that a build has compiled: ours are read by the browser.
    [/"number"==typeof \w+\?(this\._\$AC\(\w+\)):\(void 0===.*?,\w+\)(?=;if)/, '$1'],
    // Templates of SVG and MathML alone: ours are of HTML.
    [/2===(\w+)\?"<svg>":3===\1\?"<math>":""/, '""'],
    [/\+\(2===\w+\?"<\/svg>":3===\w+\?"<\/math>":""\)/, ''],
    [/2===\w+\|\|3===\w+\)\{.*?childNodes\)\}/, '0);'],
  ],
  'lit-element/lit-element.js': [
    // What a page with a Lit of its own would have to do with ours: it is patched, or said to be there twice.
    [/\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/, '0'],
    [/\w+\.litElementPolyfillSupport/, 'void 0'],
    [/\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
    // Root and styles: `ElementBase` makes the one and adds the others.
    [/createRenderRoot\(\)\{.*?\}(?=update)/, ''],
    // Directives, and what tells them that the element has left the page: our templates hold none.
    [/this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/, ''],
    [/connectedCallback\(\)\{.*?setConnected\(!1\)\}/, ''],
    [/,this\._\$Do=void 0|this\._\$Do=/, '', 2],
    // What tells a page that this is an element of Lit.
    [/\w+\._\$litElement\$=!0,/, ''],
    // What leaves a binding as it is, and what is drawn where an element draws nothing of its own: ours all do.
    [/render\(\)\{return \w+\}/, ''],
  ],
};

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
    const [file, rows] = Object.entries(LEFT_OUT).find(([name]) => id.endsWith(`/${name}`)) ?? [];
    if (!file || !rows) return undefined;
    const release = RELEASES[file];
    if (release && !code.includes(`"${release}"`))
      this.error(`${file} is of another release than ${release}. ${TO_DO}`);
    const leaveOut = (text: string, [what, instead, places = 1]: Row): string => {
      const found = text.match(new RegExp(what, 'g'))?.length ?? 0;
      if (found !== places)
        this.error(`${file} holds ${what} in ${found} places, and not in ${places}. ${TO_DO}`);
      return text.replace(new RegExp(what, 'g'), instead);
    };
    return { code: rows.reduce(leaveOut, code), map: null };
  },
});

/** What to do where Lit has changed. */
const TO_DO =
  'Lit has changed: go through the rows of build/lit-alone.ts, as docs/decisions/lit-alone.md says.';
