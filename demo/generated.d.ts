// What `npm run build` makes, as far as it is read here; the types hold before there has been a build.
declare module '*/dist/custom-elements.json' {
  const manifest: { modules: { declarations: { attributes: { name: string }[] }[] }[] };
  export default manifest;
}

declare module '*/dist/cdn/integrity.json' {
  const hashes: Record<string, string>;
  export default hashes;
}
