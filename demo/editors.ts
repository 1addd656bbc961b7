const byId = <E extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as E;

/** Shows one of the pages in `editors/`, and what of the snippet is in its HTML. */
async function show(): Promise<void> {
  const address = `/editors/${byId<HTMLSelectElement>('case').value}.html`;
  byId<HTMLIFrameElement>('page').src = address;
  byId<HTMLAnchorElement>('alone').href = address;
  const source = await (await fetch(address)).text();
  const page = new DOMParser().parseFromString(source, 'text/html');
  byId('why').textContent = page.querySelector<HTMLMetaElement>('meta[name=description]')!.content;
  byId('left').textContent = pasted(source);
}

/** What stands between the two comments that mark it, moved to the left. */
function pasted(source: string): string {
  const [, text = ''] = /<!-- pasted -->\n([^]*?)\n\s*<!-- \/pasted -->/.exec(source) ?? [];
  const indent = /^ */.exec(text)![0].length;
  return text
    .split('\n')
    .map((line) => line.slice(indent))
    .join('\n');
}

byId('damage').addEventListener('change', () => void show());
void show();
